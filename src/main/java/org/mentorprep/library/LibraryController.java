package org.mentorprep.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.audit.Actor;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.library.PackReview.Review;
import org.mentorprep.library.PackVersions.Activation;
import org.mentorprep.library.PackVersions.PackVersion;
import org.mentorprep.library.Uploads.Upload;
import org.mentorprep.library.Uploads.UploadId;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.pack.PackZip;
import org.mentorprep.yaml.Problem;

/**
 * The operator's pages of packs: upload a pack, review it, publish it, and go back to an
 * earlier version.
 */
@Controller
class LibraryController {

	private static final String HERE = "/operator/content";

	private static final String UPLOAD = HERE + "/uploads/{id}";

	private static final String VERSION = HERE + "/versions/{id}";

	private final PackVersions versions;

	private final Uploads uploads;

	private final PackReview review;

	private final Library library;

	LibraryController(PackVersions versions, Uploads uploads, PackReview review, Library library) {
		this.versions = versions;
		this.uploads = uploads;
		this.review = review;
		this.library = library;
	}

	@GetMapping(HERE)
	ModelAndView show(@RequestParam(required = false) @Nullable String said) {
		return new ModelAndView("library/versions", "page", new VersionsPage(this.versions.all(), activation(),
				this.library.current(), this.uploads.all(), VersionsPage.Said.of(said)));
	}

	/** Stores an upload only if it could be published. */
	@PostMapping(HERE + "/uploads")
	ModelAndView upload(@RequestParam("pack") MultipartFile sent) throws IOException {
		if (sent.isEmpty()) {
			return leadBack(VersionsPage.Said.NOTHING);
		}
		try (InputStream stream = sent.getInputStream()) {
			PackFiles files = new PackZip().files("the zip file", stream);
			Review reviewed = this.review.of(files);
			if (!reviewed.errors().isEmpty()) {
				return refused(reviewed);
			}
			Upload kept = this.uploads.keep(reviewed.report().name(), reviewed.report().version(), files);
			return new ModelAndView("redirect:" + HERE + "/uploads/" + kept.id());
		}
		catch (PackRefused ex) {
			return refused(Review.unread(ex.problems()));
		}
		catch (IOException ex) {
			return refused(Review.unread(List.of(new Problem("pack.yaml", 1, "This zip file can't be read."))));
		}
	}

	@GetMapping(UPLOAD)
	ModelAndView reviewUpload(@PathVariable UploadId id) {
		Review reviewed = this.review.of(this.uploads.files(id).orElseThrow(NotFound::new));
		return page(ReviewPage.Act.PUBLISH, HERE + "/uploads/" + id, reviewed);
	}

	@PostMapping(UPLOAD + "/published")
	ModelAndView publishUpload(@PathVariable UploadId id, @RequestParam int after) {
		PackFiles files = this.uploads.files(id).orElseThrow(NotFound::new);
		Review reviewed = this.review.of(files);
		if (!reviewed.errors().isEmpty()) {
			return refused(reviewed);
		}
		if (activation().activationNumber() != after) {
			return leadBack(VersionsPage.Said.CHANGED);
		}
		ModelAndView done = activate(
				this.versions.publish(reviewed.report().name(), reviewed.report().version(), files), after);
		this.uploads.discard(id);
		return done;
	}

	@PostMapping(UPLOAD + "/discarded")
	ModelAndView discardUpload(@PathVariable UploadId id) {
		this.uploads.discard(id);
		return leadBack(VersionsPage.Said.DISCARDED);
	}

	@GetMapping(VERSION)
	ModelAndView reviewVersion(@PathVariable PackVersionId id) {
		PackVersion version = version(id);
		PackVersion active = active();
		ReviewPage.Act act = version.isEarlierThan(active) ? ReviewPage.Act.GO_BACK : ReviewPage.Act.PUBLISH;
		return page(version.equals(active) ? ReviewPage.Act.NONE : act, HERE + "/versions/" + id,
				this.review.of(version, active));
	}

	/** Activates a version as it is: its number was checked when it was published. */
	@PostMapping(VERSION + "/published")
	ModelAndView publishVersion(@PathVariable PackVersionId id, @RequestParam int after) {
		return activate(version(id), after);
	}

	private ModelAndView activate(PackVersion version, int after) {
		boolean back = version.isEarlierThan(active());
		try {
			this.versions.activate(version, after, Actor.operator());
			return leadBack(back ? VersionsPage.Said.BACK : VersionsPage.Said.PUBLISHED);
		}
		catch (DuplicateKeyException ex) {
			return leadBack(VersionsPage.Said.CHANGED);
		}
	}

	private Activation activation() {
		return this.versions.newest().orElseThrow(NotFound::new);
	}

	private PackVersion active() {
		return version(activation().pack());
	}

	private PackVersion version(PackVersionId id) {
		return this.versions.find(id).orElseThrow(NotFound::new);
	}

	private ModelAndView refused(Review reviewed) {
		ModelAndView page = page(ReviewPage.Act.NONE, "", reviewed);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page(ReviewPage.Act act, String path, Review reviewed) {
		Activation activation = activation();
		return new ModelAndView("library/review", "page",
				new ReviewPage(act, path, reviewed, version(activation.pack()), activation.activationNumber()));
	}

	private static ModelAndView leadBack(VersionsPage.Said said) {
		return new ModelAndView("redirect:" + HERE + "?said=" + said.word());
	}

	/**
	 * What the template {@code library/review} needs: what a pack would change, and what the
	 * check says.
	 *
	 * @param act what can be done with the pack
	 * @param path where it is done, without the act
	 * @param active the version that it would replace
	 * @param after the number of the activation that the operator has seen
	 */
	public record ReviewPage(Act act, String path, Review review, PackVersion active, int after) {

		/** Whether both are versions of one pack: only then they are compared. */
		public boolean samePack() {
			return this.active.name().equals(this.review.report().name());
		}

		/** What can be done with the pack. */
		enum Act {

			/** Nothing: it has problems, or is the active version. */
			NONE,
			/** Activate it. */
			PUBLISH,
			/** Activate it again, in place of a later version. */
			GO_BACK

		}

	}

}
