package org.mentorprep.progress;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.attempt.Attempts;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;

/** What counts. Asked by everyone to the right. */
@Component
public class Progress {

	private final ProgressRepository rows;

	private final Attempts attempts;

	private final Library library;

	Progress(ProgressRepository rows, Attempts attempts, Library library) {
		this.rows = rows;
		this.attempts = attempts;
		this.library = library;
	}

	/**
	 * Where someone stands in a module, held against what the module asks for now. What
	 * was kept once is never undercut by it.
	 * @throws IllegalArgumentException if there is no such module now nor in any version
	 * that the person worked on
	 */
	public ModuleProgress standing(PersonId person, ModuleId module) {
		return tally(person, module).standing(this.rows.find(person, module));
	}

	/** Where someone stands in a programme of the version in use. */
	public ProgrammeProgress standing(PersonId person, Programme programme) {
		return tally(person, this.library.current(), programme).standing(this.rows.find(person, programme.id()));
	}

	ProgrammeTally tally(PersonId person, Pack pack, Programme programme) {
		return new ProgrammeTally(programme, pack.id(), this.rows.ofModules(person));
	}

	Tally tally(PersonId person, ModuleId module) {
		List<AttemptResult> judged = this.attempts.judged(person, module);
		return this.library.current()
			.module(module)
			.or(() -> lastOf(judged).flatMap((last) -> this.library.version(last.attempt().pack()).module(module)))
			.map((found) -> new Tally(found, judged))
			.orElseThrow(() -> new IllegalArgumentException("There is no module " + module));
	}

	private static Optional<AttemptResult> lastOf(List<AttemptResult> judged) {
		return judged.isEmpty() ? Optional.empty() : Optional.of(judged.get(judged.size() - 1));
	}

}
