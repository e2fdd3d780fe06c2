package org.mentorprep.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.mentorprep.library.PackDiff.Weight;
import org.mentorprep.library.PackVersions.PackVersion;
import org.mentorprep.library.PackVersions.VersionNumber;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.PackReport;
import org.mentorprep.pack.PackTrees;
import org.mentorprep.yaml.Problem;

/**
 * Reviews a pack before it is activated: checks it, compares it with the version before,
 * and finds out whether it fits this installation and has a high enough version number.
 */
@Component
class PackReview {

	private final PackVersions versions;

	private final LibraryProperties properties;

	private final PackReader reader = new PackReader();

	PackReview(PackVersions versions, LibraryProperties properties) {
		this.versions = versions;
		this.properties = properties;
	}

	/** Of files that are not published yet. */
	Review of(PackFiles files) {
		PackReport report = this.reader.report(files);
		List<Problem> problems = new ArrayList<>(report.problems());
		List<PackDiff.Change> changes = List.of();
		if (report.errors().isEmpty()) {
			problems.addAll(this.reader.unfit(files, this.properties.rendering()));
			Optional<PackVersion> before = before(report.name());
			PackTrees after = this.reader.trees(files);
			changes = before.flatMap((version) -> this.versions.files(version.id()))
				.map((old) -> new PackDiff(this.reader.trees(old), after).changes())
				.orElse(List.of());
			number(report, files, before, changes).ifPresent((sentence) -> problems
				.add(new Problem("pack.yaml", after.pack().map((pack) -> pack.line("/version")).orElse(1), sentence)));
		}
		return new Review(new PackReport(report.name(), report.version(), problems, report.modules(),
				report.exercises(), report.translations()), changes);
	}

	/**
	 * Of a published version that would replace the active one. It was checked before.
	 */
	Review of(PackVersion version, PackVersion active) {
		List<PackDiff.Change> changes = this.versions.files(active.id())
			.flatMap((old) -> this.versions.files(version.id())
				.map((files) -> new PackDiff(this.reader.trees(old), this.reader.trees(files)).changes()))
			.orElse(List.of());
		return new Review(PackReport.named(version.name(), version.version()), changes);
	}

	/** The active version, if it is one of this pack; or else the highest of it. */
	private Optional<PackVersion> before(String name) {
		return this.versions.activeVersion()
			.filter((version) -> version.name().equals(name))
			.or(() -> this.versions.named(name).stream().max((one, other) -> one.number().compareTo(other.number())));
	}

	/** Says what is wrong with the number, if something is. */
	private Optional<String> number(PackReport report, PackFiles files, Optional<PackVersion> before,
			List<PackDiff.Change> changes) {
		String number = report.version();
		String hash = files.hash();
		boolean taken = this.versions.named(report.name())
			.stream()
			.anyMatch((version) -> version.version().equals(number) && !version.hash().equals(hash));
		if (taken) {
			return Optional.of("Version " + number
					+ " was published with other content, and stays as it is. Give this one a higher number.");
		}
		return before.filter((version) -> !version.hash().equals(hash)).flatMap((version) -> {
			Weight weight = changes.isEmpty() ? Weight.PATCH : changes.get(0).weight();
			VersionNumber lowest = version.number().next(weight);
			if (VersionNumber.of(number).compareTo(lowest) >= 0) {
				return Optional.empty();
			}
			String why = changes.isEmpty() ? "" : " (" + changes.get(0).file() + ": " + changes.get(0).sentence() + ")";
			return Optional.of("Version " + number + " is too low: what changed since " + version.version()
					+ " asks for " + lowest + " or higher" + why + ".");
		});
	}

	/**
	 * What the operator reads about a pack before it is activated.
	 *
	 * @param report what the check found, a version number that is too low included
	 * @param changes since the active version, the heaviest first; none if another pack
	 * is active
	 */
	public record Review(PackReport report, List<PackDiff.Change> changes) {

		public Review {
			changes = List.copyOf(changes);
		}

		/** Of files that could not be read. */
		static Review unread(List<Problem> problems) {
			return new Review(new PackReport("", "", problems, List.of(), List.of(), List.of()), List.of());
		}

		/** What stands against it; none if it may be activated. */
		public List<Problem> errors() {
			return this.report.errors();
		}

	}

}
