package org.mentorprep.diagnostic;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Page;
import org.mentorprep.diagnostic.DiagnosticForm.Paper;
import org.mentorprep.diagnostic.Sitting.Draw;
import org.mentorprep.diagnostic.Sitting.Next;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Programmes;

/**
 * Finds what a request is about, seen through its link: whatever the link does not ask
 * for is not there (404).
 */
@Component
class Desk {

	private final Links links;

	private final Programmes programmes;

	private final Library library;

	Desk(Links links, Programmes programmes, Library library) {
		this.links = links;
		this.programmes = programmes;
		this.library = library;
	}

	/** The diagnostic of a module that the link asks for, in the present version. */
	Place place(LinkId link, ModuleId module) {
		return place(link, module, this.library.current());
	}

	/** The same in the version on which it was asked. */
	Place place(LinkId link, ModuleId module, PackVersionId version) {
		return place(link, module, published(version));
	}

	/** The page with which the reading of a module begins now. */
	@Nullable Page firstPage(ModuleId module) {
		return this.library.current()
			.module(module)
			.flatMap((found) -> found.pages().stream().findFirst())
			.orElse(null);
	}

	/** Whether there are questions about a module now. */
	boolean asks(ModuleId module) {
		return this.library.current().diagnostic(module).isPresent();
	}

	private Place place(LinkId link, ModuleId module, Pack pack) {
		boolean asked = this.links.find(link)
			.map(this.programmes::askedBy)
			.filter((all) -> all.has(module))
			.isPresent();
		Module found = pack.module(module).filter((one) -> asked).orElseThrow(Desk::notFound);
		return new Place(link, found, pack, pack.diagnostic(module).orElseThrow(Desk::notFound));
	}

	/** A form may name a version that never was. */
	private Pack published(PackVersionId version) {
		try {
			return this.library.version(version);
		}
		catch (IllegalArgumentException ex) {
			throw notFound();
		}
	}

	static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	/** A diagnostic, where it is asked. */
	record Place(LinkId link, Module module, Pack pack, Diagnostic diagnostic) {

		String path() {
			return "/links/" + this.link + "/modules/" + this.module.id() + "/diagnostic";
		}

		/** The sitting of somebody that comes after some others. */
		Next next(PersonId person, List<Sitting> before) {
			int number = before.size() + 1;
			long seed = Sitting.seed(person, this.module.id(), number);
			List<String> seen = before.stream().flatMap((sitting) -> sitting.items().stream()).toList();
			return new Next(number, seed, Paper.of(Draw.of(this.diagnostic, seen, seed), seed));
		}

	}

}
