package org.mentorprep.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.audit.Actor;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.library.PackReview.Review;
import org.mentorprep.library.Uploads.Upload;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.pack.PackReport;
import org.mentorprep.pack.PackZip;
import org.mentorprep.yaml.Problem;

/**
 * The operator's pages of content: upload a pack, look at what it changes, put it into
 * use, and go back to an earlier version.
 */
@Controller
class LibraryController {

	private static final String HERE = "/operator/content";

	private static final String UPLOAD = HERE + "/uploads/{id:[0-9a-f-]{36}}";

	private static final String VERSION = HERE + "/versions/{id:[0-9a-f-]{36}}";

	private final PackVersions published;

	private final Uploads uploads;

	private final Choices choices;

	private final PackReview reviewer;

	private final Library library;

	LibraryController(PackVersions published, Uploads uploads, Choices choices, PackReview reviewer, Library library) {
		this.published = published;
		this.uploads = uploads;
		this.choices = choices;
		this.reviewer = reviewer;
		this.library = library;
	}

	@GetMapping(HERE)
	ModelAndView show(@RequestParam(required = false) @Nullable String said) {
		return new ModelAndView("content/versions", "page", new VersionsPage(this.published.all(), present(),
				this.library.current(), this.uploads.waiting(), VersionsPage.Said.of(said)));
	}

	/** Nothing of an upload is kept unless it could be published. */
	@PostMapping(HERE + "/uploads")
	ModelAndView upload(@RequestParam("pack") MultipartFile sent) throws IOException {
		if (sent.isEmpty()) {
			return leadBack(VersionsPage.Said.NOTHING);
		}
		try (InputStream stream = sent.getInputStream()) {
			PackFiles files = new PackZip().files("the zip file", stream);
			Review review = this.reviewer.review(files);
			if (!review.errors().isEmpty()) {
				return refused(review);
			}
			Upload kept = this.uploads.keep(review.report().name(), review.report().version(), files);
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
	ModelAndView look(@PathVariable UUID id) {
		Review review = this.reviewer.review(this.uploads.files(id).orElseThrow(LibraryController::notFound));
		return page(
				new ReviewPage(ReviewPage.Act.PUBLISH, HERE + "/uploads/" + id, review, inUse(), present().number()));
	}

	@PostMapping(UPLOAD + "/published")
	ModelAndView publish(@PathVariable UUID id, @RequestParam int after) {
		PackFiles files = this.uploads.files(id).orElseThrow(LibraryController::notFound);
		Review review = this.reviewer.review(files);
		if (!review.errors().isEmpty()) {
			return refused(review);
		}
		if (present().number() != after) {
			return leadBack(VersionsPage.Said.CHANGED);
		}
		PackReport report = review.report();
		PackVersions.PackVersion release = this.published.publish(report.name(), report.version(), files);
		ModelAndView done = putIntoUse(release, after);
		this.uploads.discard(id);
		return done;
	}

	@PostMapping(UPLOAD + "/discarded")
	ModelAndView discard(@PathVariable UUID id) {
		this.uploads.discard(id);
		return leadBack(VersionsPage.Said.DISCARDED);
	}

	@GetMapping(VERSION)
	ModelAndView lookAt(@PathVariable UUID id) {
		PackVersions.PackVersion release = version(id);
		Review review = new Review(PackReport.named(release.name(), release.version()),
				this.reviewer.changes(inUse(), release));
		ReviewPage.Act act = release.equals(inUse()) ? ReviewPage.Act.NONE
				: goesBack(release) ? ReviewPage.Act.GO_BACK : ReviewPage.Act.PUBLISH;
		return page(new ReviewPage(act, HERE + "/versions/" + id, review, inUse(), present().number()));
	}

	/** Going back asks for no number: the version has been in use as it is. */
	@PostMapping(VERSION + "/published")
	ModelAndView use(@PathVariable UUID id, @RequestParam int after) {
		return putIntoUse(version(id), after);
	}

	private ModelAndView putIntoUse(PackVersions.PackVersion release, int after) {
		PackVersions.PackVersion before = inUse();
		boolean back = goesBack(release);
		try {
			this.choices.choose(release, after, Actor.operator(), back ? "content.rolled-back" : "content.published",
					before.name() + " " + before.version());
			return leadBack(back ? VersionsPage.Said.BACK : VersionsPage.Said.PUBLISHED);
		}
		catch (DuplicateKeyException ex) {
			return leadBack(VersionsPage.Said.CHANGED);
		}
	}

	private boolean goesBack(PackVersions.PackVersion release) {
		PackVersions.PackVersion before = inUse();
		return release.name().equals(before.name()) && release.number().compareTo(before.number()) < 0;
	}

	private PackVersions.Activation present() {
		return this.choices.newest().orElseThrow(LibraryController::notFound);
	}

	private PackVersions.PackVersion inUse() {
		return this.published.find(present().pack()).orElseThrow(LibraryController::notFound);
	}

	private PackVersions.PackVersion version(UUID id) {
		return Optional.of(new PackVersionId(id))
			.flatMap(this.published::find)
			.orElseThrow(LibraryController::notFound);
	}

	private ModelAndView refused(Review review) {
		ModelAndView page = page(new ReviewPage(ReviewPage.Act.NONE, "", review, inUse(), present().number()));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private static ModelAndView page(ReviewPage page) {
		return new ModelAndView("content/review", "page", page);
	}

	private static ModelAndView leadBack(VersionsPage.Said said) {
		return new ModelAndView("redirect:" + HERE + "?said=" + said.word());
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
