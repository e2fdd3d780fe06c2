package org.mentorprep.content;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import org.mentorprep.content.authoring.PackFiles;
import org.mentorprep.content.authoring.PackFolder;
import org.mentorprep.content.authoring.PackReader;
import org.mentorprep.content.authoring.PackRefused;
import org.mentorprep.content.authoring.file.Problem;

/**
 * Checks the shipped pack and publishes it, unless the same content was published before.
 */
@Component
class PackPublisher {

	private static final Logger log = LoggerFactory.getLogger(PackPublisher.class);

	private final PublishedPacks published;

	private final ContentProperties properties;

	private final PackFolder folder = new PackFolder(new PathMatchingResourcePatternResolver());

	private final PackReader reader = new PackReader();

	PackPublisher(PublishedPacks published, ContentProperties properties) {
		this.published = published;
		this.properties = properties;
	}

	/**
	 * @return the published version with the content of the shipped pack
	 * @throws PackRefused if it has problems
	 */
	PublishedPackId publish() {
		PackFiles files = this.folder.files(this.properties.packs());
		List<Problem> problems = new ArrayList<>(this.reader.check(files));
		problems.addAll(this.reader.unfit(files, this.properties.rendering()));
		if (!problems.isEmpty()) {
			throw new PackRefused(this.properties.packs(), problems);
		}
		Pack pack = this.reader.read(files, new PublishedPackId(UUID.randomUUID()));
		PublishedPackId id = this.published.publish(pack.name(), pack.version(), files);
		log.info("The pack {} {} is published as {}", pack.name(), pack.version(), id);
		return id;
	}

}
