package org.mentorprep.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.mentorprep.activity.Strategy;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.library.LibraryController.ReviewPage;
import org.mentorprep.library.PackDiff.Weight;
import org.mentorprep.library.PackReview.Review;
import org.mentorprep.library.PackVersions.Activation;
import org.mentorprep.library.PackVersions.PackVersion;
import org.mentorprep.library.Uploads.Upload;
import org.mentorprep.library.Uploads.UploadId;
import org.mentorprep.pack.PackReport;
import org.mentorprep.testing.Sample;
import org.mentorprep.testing.TinyPacks;
import org.mentorprep.yaml.Problem;

/** The operator's pages of content, filled by hand. */
public final class LibrarySamples {

	private static final Instant MORNING = Instant.parse("2026-10-02T08:30:00Z");

	private static final PackVersion IN_USE = version("1.2.0");

	private static final String TALK = "modules/judgementoring/exercises/m3-j1.yaml";

	private LibrarySamples() {
	}

	public static List<Sample> all() {
		return List.of(
				new Sample("library-versions", "library/versions",
						new VersionsPage(List.of(IN_USE, version("1.1.0")), activation(), pack(),
								List.of(new Upload(new UploadId(UUID.randomUUID()), "mentor-prep", "2.0.0", MORNING)),
								VersionsPage.Said.PUBLISHED)),
				new Sample("library-refused", "library/review", new ReviewPage(ReviewPage.Act.NONE, "",
						new Review(report(new Problem(TALK, 36, "There is no node notse."),
								new Problem("pack.yaml", 3, "Version 1.2.1 is too low.")), List.of()),
						IN_USE, 2)),
				new Sample("library-review", "library/review", new ReviewPage(ReviewPage.Act.PUBLISH,
						"/operator/content/uploads/" + UUID.randomUUID(), new Review(report(), changes()), IN_USE, 2)));
	}

	private static List<PackDiff.Change> changes() {
		return List.of(new PackDiff.Change(Weight.MAJOR, "modules/judgementoring/module.yaml", "The pass rule changed."),
				new PackDiff.Change(Weight.PATCH, TALK, "Its words changed."));
	}

	private static PackReport report(Problem... problems) {
		List<Problem> all = new ArrayList<>(List.of(problems));
		all.add(new Problem(Problem.Level.WARNING, TALK, 12, "Whoever tries again gets the same exercise."));
		return new PackReport("mentor-prep", "2.0.0", all, List.of(),
				List.of(new PackReport.ExerciseTable("m3-j1", "dialogue", TALK, 8,
						List.of(new Strategy("the best way", 1), new Strategy("always the longest", 0.07)))),
				List.of());
	}

	private static Pack pack() {
		Programme route = new Programme(new ProgrammeId("route"), "Route", "", List.of(TinyPacks.ASKING),
				List.of(TinyPacks.LISTENING));
		return TinyPacks.pack("1.2.0", TinyPacks.RULE).with(List.of(TinyPacks.PROGRAMME, route));
	}

	private static Activation activation() {
		return new Activation(2, IN_USE.id(), "operator", MORNING);
	}

	private static PackVersion version(String version) {
		return new PackVersion(new PackVersionId(UUID.randomUUID()), "mentor-prep", version, version, MORNING);
	}

}
