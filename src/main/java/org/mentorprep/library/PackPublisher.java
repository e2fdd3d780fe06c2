package org.mentorprep.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import org.mentorprep.audit.Actor;
import org.mentorprep.library.PackVersions.Activation;
import org.mentorprep.library.PackVersions.PackVersion;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.yaml.Problem;

/**
 * Publishes the packs that the configuration names, before the web server takes requests,
 * and activates those that are newer. It never replaces what the operator chose.
 */
@Component
public class PackPublisher implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(PackPublisher.class);

	private static final String TOOL = Actor.tool().kind();

	private final PackVersions versions;

	private final PackReview review;

	private final LibraryProperties properties;

	private final PackReader reader = new PackReader();

	PackPublisher(PackVersions versions, PackReview review, LibraryProperties properties) {
		this.versions = versions;
		this.review = review;
		this.properties = properties;
	}

	/**
	 * @throws PackRefused if one of the packs has problems; the application does not
	 * start then
	 */
	@Override
	public void afterSingletonsInstantiated() {
		List<PackVersion> configured = this.properties.packs().stream().map(this::publish).toList();
		Set<String> names = configured.stream().map(PackVersion::name).collect(Collectors.toSet());
		for (PackVersion version : configured) {
			activate(version, version.equals(configured.get(0)), names);
		}
	}

	/** A version that was published before is not checked by rules that came later. */
	private PackVersion publish(String location) {
		PackFiles files = PackFiles.in(location);
		Optional<PackVersion> before = this.versions.withHash(files.hash());
		List<Problem> problems = before.isPresent() ? this.reader.unfit(files, this.properties.rendering())
				: this.review.of(files).errors();
		if (!problems.isEmpty()) {
			throw new PackRefused(location, problems);
		}
		return before.orElseGet(() -> {
			PackReader.Title title = this.reader.title(files);
			return this.versions.publish(title.name(), title.version(), files);
		});
	}

	private void activate(PackVersion version, boolean first, Set<String> names) {
		for (int tries = 0; tries < 5; tries++) {
			Optional<Activation> newest = this.versions.newest();
			if (!isDue(version, first, names, newest)) {
				return;
			}
			try {
				this.versions.activate(version, newest.map(Activation::activationNumber).orElse(0), Actor.tool());
				log.info("The pack {} is active as {}", version.title(), version.id());
				return;
			}
			catch (DuplicateKeyException ex) {
				// Another node was quicker: look again at what is active now.
			}
		}
	}

	/**
	 * Of the active pack a higher version is, unless it was active before; another pack
	 * only if the configuration no longer names the active one, and the tool chose that.
	 */
	private boolean isDue(PackVersion version, boolean first, Set<String> names, Optional<Activation> newest) {
		Optional<PackVersion> active = newest.flatMap((activation) -> this.versions.find(activation.pack()));
		if (newest.isEmpty() || active.isEmpty()) {
			return first;
		}
		if (active.get().name().equals(version.name())) {
			return active.get().isEarlierThan(version) && !this.versions.wasActive(version.id());
		}
		return first && newest.get().activatedBy().equals(TOOL) && !names.contains(active.get().name());
	}

}
