package org.mentorprep.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.mentorprep.library.PackChange.Weight;
import org.mentorprep.library.PackVersions.ReleaseNumber;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.PackReport;
import org.mentorprep.pack.PackTrees;
import org.mentorprep.yaml.Problem;

/**
 * Looks at a pack before it is put into use: the check, whether it fits this
 * installation, and whether its number says how much changed.
 */
@Component
class PackReview {

	private final PackVersions published;

	private final Choices choices;

	private final LibraryProperties properties;

	private final PackReader reader = new PackReader();

	PackReview(PackVersions published, Choices choices, LibraryProperties properties) {
		this.published = published;
		this.choices = choices;
		this.properties = properties;
	}

	Review review(PackFiles files) {
		PackReport report = this.reader.report(files);
		List<Problem> problems = new ArrayList<>(report.problems());
		List<PackChange> changes = List.of();
		if (report.errors().isEmpty()) {
			problems.addAll(this.reader.unfit(files, this.properties.rendering()));
			Optional<PackVersions.PackVersion> before = before(report.name());
			PackTrees after = this.reader.trees(files);
			changes = before.flatMap((release) -> this.published.files(release.id()))
				.map((old) -> new PackDiff(this.reader.trees(old), after).changes())
				.orElse(List.of());
			number(report, files, before, changes).ifPresent((sentence) -> problems
				.add(new Problem("pack.yaml", after.pack().map((pack) -> pack.line("/version")).orElse(1), sentence)));
		}
		return new Review(new PackReport(report.name(), report.version(), problems, report.modules(),
				report.exercises(), report.translations()), changes);
	}

	/** What changes if a version of the shelf is put into use in place of this one. */
	List<PackChange> changes(PackVersions.PackVersion from, PackVersions.PackVersion to) {
		return this.published.files(from.id())
			.flatMap((old) -> this.published.files(to.id())
				.map((files) -> new PackDiff(this.reader.trees(old), this.reader.trees(files)).changes()))
			.orElse(List.of());
	}

	/** The version in use, if it is one of this pack; or else the highest of it. */
	private Optional<PackVersions.PackVersion> before(String name) {
		return this.choices.newest()
			.flatMap((choice) -> this.published.find(choice.pack()))
			.filter((release) -> release.name().equals(name))
			.or(() -> this.published.named(name).stream().max((one, other) -> one.number().compareTo(other.number())));
	}

	/** Says what is wrong with the number, if something is. */
	private Optional<String> number(PackReport report, PackFiles files, Optional<PackVersions.PackVersion> before,
			List<PackChange> changes) {
		String version = report.version();
		String hash = files.hash();
		boolean taken = this.published.named(report.name())
			.stream()
			.anyMatch((release) -> release.version().equals(version) && !release.hash().equals(hash));
		if (taken) {
			return Optional.of("Version " + version
					+ " was published with other content, and stays as it is. Give this one a higher number.");
		}
		return before.filter((release) -> !release.hash().equals(hash)).flatMap((release) -> {
			Weight weight = changes.isEmpty() ? Weight.PATCH : changes.get(0).weight();
			ReleaseNumber lowest = release.number().next(weight);
			if (ReleaseNumber.of(version).compareTo(lowest) >= 0) {
				return Optional.empty();
			}
			String why = changes.isEmpty() ? "" : " (" + changes.get(0).file() + ": " + changes.get(0).sentence() + ")";
			return Optional.of("Version " + version + " is too low: what changed since " + release.version()
					+ " asks for " + lowest + " or higher" + why + ".");
		});
	}

	/**
	 * What there is to know about a pack before it is put into use.
	 *
	 * @param report what the check found, the rules of the number among it
	 * @param changes against the version in use, the heaviest first; none if another pack
	 * is in use
	 */
	public record Review(PackReport report, List<PackChange> changes) {

		public Review {
			changes = List.copyOf(changes);
		}

		/** Of files that were not even read. */
		static Review unread(List<Problem> problems) {
			return new Review(new PackReport("", "", problems, List.of(), List.of(), List.of()), List.of());
		}

		/** What stands against it; none if it may be put into use. */
		public List<Problem> errors() {
			return this.report.errors();
		}

	}

}
