package org.mentorprep.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import org.mentorprep.audit.Actor;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.yaml.Problem;

/**
 * Publishes at a start what lies in the places of the configuration, and puts it into use
 * where it is newer. What the operator has chosen it leaves alone.
 */
@Component
public class PackPublisher {

	private static final Logger log = LoggerFactory.getLogger(PackPublisher.class);

	private static final String TOOL = Actor.tool().kind();

	private final PackVersions published;

	private final Choices choices;

	private final PackReview reviewer;

	private final LibraryProperties properties;

	private final PackReader reader = new PackReader();

	PackPublisher(PackVersions published, Choices choices, PackReview reviewer, LibraryProperties properties) {
		this.published = published;
		this.choices = choices;
		this.reviewer = reviewer;
		this.properties = properties;
	}

	/**
	 * @throws PackRefused if one of the packs has problems
	 */
	public void publish() {
		List<PackVersions.PackVersion> releases = this.properties.packs().stream().map(this::onTheShelf).toList();
		Set<String> names = releases.stream().map(PackVersions.PackVersion::name).collect(Collectors.toSet());
		for (PackVersions.PackVersion release : releases) {
			putIntoUse(release, release.equals(releases.get(0)), names);
		}
	}

	/**
	 * What was published before was checked then, and is not held against newer rules.
	 */
	private PackVersions.PackVersion onTheShelf(String location) {
		PackFiles files = PackFiles.in(location);
		Optional<PackVersions.PackVersion> before = this.published.withHash(files.hash());
		List<Problem> problems = before.isPresent() ? this.reader.unfit(files, this.properties.rendering())
				: this.reviewer.review(files).errors();
		if (!problems.isEmpty()) {
			throw new PackRefused(location, problems);
		}
		return before.orElseGet(() -> {
			PackReader.Title title = this.reader.title(files);
			return this.published.publish(title.name(), title.version(), files);
		});
	}

	private void putIntoUse(PackVersions.PackVersion release, boolean first, Set<String> names) {
		for (int tries = 0; tries < 5; tries++) {
			Optional<PackVersions.Activation> present = this.choices.newest();
			Optional<PackVersions.PackVersion> inUse = present.flatMap((choice) -> this.published.find(choice.pack()));
			boolean wanted = inUse.map((before) -> before.name().equals(release.name())
					? release.number().compareTo(before.number()) > 0 && !this.choices.wasInUse(release.id())
					: first && present.get().by().equals(TOOL) && !names.contains(before.name()))
				.orElse(first);
			if (!wanted) {
				return;
			}
			try {
				this.choices.choose(release, present.map(PackVersions.Activation::number).orElse(0), Actor.tool(),
						"content.published", inUse.map((before) -> before.name() + " " + before.version()).orElse(""));
				log.info("The pack {} {} is in use as {}", release.name(), release.version(), release.id());
				return;
			}
			catch (DuplicateKeyException ex) {
				// Another node was quicker: look again at what is in use now.
			}
		}
	}

}
