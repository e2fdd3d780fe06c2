package org.mentorprep.attempt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.attempt.PreviewPage.PreviewPlace;
import org.mentorprep.attempt.PreviewPage.PreviewPlace.Whose;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.library.Library;
import org.mentorprep.library.Uploads.UploadId;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;

/**
 * Finds what a preview is of: what a link asks for, all that can be placed, or a pack
 * that is not in use. Who may look the filter chains say; that mentors at a link may not
 * is said here.
 */
@Component
class PreviewPlaces {

	static final String LINK = "/links/{link:[0-9a-f-]{36}}/preview";

	static final String PICKER = "/deeplink/{request:[0-9a-f-]{36}}/preview";

	static final String UPLOAD = "/operator/content/uploads/{upload:[0-9a-f-]{36}}/preview";

	static final String VERSION = "/operator/content/versions/{version:[0-9a-f-]{36}}/preview";

	private final Links links;

	private final Programmes programmes;

	private final Library library;

	PreviewPlaces(Links links, Programmes programmes, Library library) {
		this.links = links;
		this.programmes = programmes;
		this.library = library;
	}

	/**
	 * @param path the variables of the path
	 * @param user absent at the operator's
	 */
	Optional<PreviewPlace> find(Map<String, String> path, @Nullable LaunchedUser user) {
		if (path.containsKey("link")) {
			return staffed(new LinkId(id(path, "link")), user);
		}
		if (path.containsKey("request")) {
			return Optional.of(place(Whose.PICKER, "/deeplink/" + id(path, "request"), this.library.current()));
		}
		if (path.containsKey("upload")) {
			UUID upload = id(path, "upload");
			return this.library.uploaded(new UploadId(upload))
				.map((pack) -> place(Whose.OPERATOR, "/operator/content/uploads/" + upload, pack));
		}
		UUID version = id(path, "version");
		return this.library.find(new PackVersionId(version))
			.map((pack) -> place(Whose.OPERATOR, "/operator/content/versions/" + version, pack));
	}

	private Optional<PreviewPlace> staffed(LinkId id, @Nullable LaunchedUser user) {
		return Optional.ofNullable(user)
			.flatMap((who) -> who.roleIn(id))
			.filter(CourseRole.STAFF::equals)
			.flatMap((role) -> this.links.find(id))
			.map(this::asked);
	}

	private PreviewPlace asked(Link link) {
		Requirements asked = this.programmes.askedBy(link);
		Pack pack = this.library.current();
		String origin = "/links/" + link.id();
		return new PreviewPlace(Whose.COURSE, origin + "/preview", origin, pack,
				pack.modules().stream().filter((module) -> asked.modules().contains(module.id())).toList());
	}

	private static PreviewPlace place(Whose whose, String origin, Pack pack) {
		return new PreviewPlace(whose, origin + "/preview", origin, pack, List.copyOf(pack.modules()));
	}

	private static UUID id(Map<String, String> path, String name) {
		return UUID.fromString(path.getOrDefault(name, ""));
	}

}
