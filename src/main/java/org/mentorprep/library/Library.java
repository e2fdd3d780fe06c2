package org.mentorprep.library;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.library.Uploads.UploadId;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Rendering;

/**
 * The packs that other packages work with: the active version, and every earlier one. A
 * version is read from the files that were stored when it was published, never from those
 * shipped now.
 */
@Component
public class Library {

	/** Enough for the active version and those of open attempts. */
	private static final int MOST_VERSIONS = 16;

	private static final int MOST_UPLOADS = 4;

	private final Cache<PackVersionId, Pack> published = Caffeine.newBuilder().maximumSize(MOST_VERSIONS).build();

	private final Cache<PackVersionId, Pack> uploaded = Caffeine.newBuilder().maximumSize(MOST_UPLOADS).build();

	private final PackReader reader = new PackReader();

	private final PackVersions versions;

	private final Uploads uploads;

	private final Rendering rendering;

	Library(PackVersions versions, Uploads uploads, LibraryProperties properties) {
		this.versions = versions;
		this.uploads = uploads;
		this.rendering = properties.rendering();
	}

	/**
	 * The active version, on which new attempts begin. It can change between two calls:
	 * whoever needs several things that fit together calls this once.
	 */
	public Pack current() {
		return version(this.versions.active().pack());
	}

	/**
	 * A published version.
	 * @throws IllegalArgumentException if there is none of this id
	 */
	public Pack version(PackVersionId id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("No version was published as " + id));
	}

	/** A published version; empty if there is none of this id. */
	public Optional<Pack> find(PackVersionId id) {
		return Optional.ofNullable(this.published.getIfPresent(id))
			.or(() -> this.versions.files(id).map((files) -> read(this.published, id, files)));
	}

	/**
	 * A pack that the operator uploaded and has not published. Its id names the upload,
	 * and no version.
	 */
	public Optional<Pack> uploaded(UploadId upload) {
		return this.uploads.files(upload).map((files) -> read(this.uploaded, new PackVersionId(upload.value()), files));
	}

	/**
	 * Who needs the same pack meanwhile waits until it is read. Its files are fetched
	 * before: whoever waits may hold the database connection that fetching needs.
	 */
	private Pack read(Cache<PackVersionId, Pack> cache, PackVersionId id, PackFiles files) {
		return cache.get(id, (key) -> this.reader.read(files, key, this.rendering));
	}

}
