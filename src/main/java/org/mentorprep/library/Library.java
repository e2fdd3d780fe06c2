package org.mentorprep.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Rendering;

/**
 * The packs that were published. The one door to content for all other rooms. Reads each
 * version from the files that were stored with it, never from what is shipped now.
 */
@Component
public class Library {

	/** Versions in use at a time are few: the present one, and those of open attempts. */
	private static final int KEPT = 16;

	private final PackVersions published;

	private final Uploads uploads;

	private final PackReader reader = new PackReader();

	private final Rendering rendering;

	private final Choices choices;

	private final Map<PackVersionId, Pack> read = new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<PackVersionId, Pack> eldest) {
			return size() > KEPT;
		}
	};

	Library(PackVersions published, Uploads uploads, Choices choices, PackPublisher publisher,
			LibraryProperties properties) {
		this.published = published;
		this.uploads = uploads;
		this.choices = choices;
		this.rendering = properties.rendering();
		publisher.publish();
	}

	/**
	 * The version that new attempts begin on. It can change between two calls: ask once
	 * for what must fit together.
	 */
	public Pack current() {
		return version(this.choices.present().pack());
	}

	/** Grows whenever another version is put into use, whichever it is. */
	public int edition() {
		return this.choices.present().number();
	}

	/**
	 * A version published at any time.
	 * @throws IllegalArgumentException if it was never published
	 */
	public Pack version(PackVersionId id) {
		synchronized (this.read) {
			return this.read.computeIfAbsent(id, this::fetched);
		}
	}

	/** A version published at any time, if there is one of this id. */
	public Optional<Pack> published(PackVersionId id) {
		return this.published.find(id).map((release) -> version(release.id()));
	}

	/**
	 * A pack that the operator sent and has not put into use, as it would read here. Its
	 * id names the upload, and no version.
	 */
	public Optional<Pack> uploaded(UUID upload) {
		PackVersionId id = new PackVersionId(upload);
		return this.uploads.files(upload).map((files) -> {
			synchronized (this.read) {
				return this.read.computeIfAbsent(id, (key) -> this.reader.read(files, id, this.rendering));
			}
		});
	}

	private Pack fetched(PackVersionId id) {
		return this.published.files(id)
			.map((files) -> this.reader.read(files, id, this.rendering))
			.orElseThrow(() -> new IllegalArgumentException("No pack was published as " + id));
	}

}
