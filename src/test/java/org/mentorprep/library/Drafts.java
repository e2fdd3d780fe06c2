package org.mentorprep.library;

import java.util.TreeMap;

import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.Packs;

/** The small pack, and what authors make of it. */
final class Drafts {

	static final String TALK = "modules/listening/exercises/talk-1.yaml";

	static final String MODULE = "modules/listening/module.yaml";

	static final String PAGE = "modules/listening/pages/01-why-listen.md";

	private Drafts() {
	}

	/** Version 1.0.0. */
	static PackFiles first() {
		return Packs.small();
	}

	/** Another version with one place of one file put otherwise. */
	static PackFiles with(String version, String path, String place, String otherwise) {
		return with(numbered(version), path, place, otherwise);
	}

	static PackFiles with(PackFiles files, String path, String place, String otherwise) {
		TreeMap<String, String> texts = new TreeMap<>(files.texts());
		String changed = texts.get(path).replace(place, otherwise);
		if (changed.equals(texts.get(path))) {
			throw new AssertionError(path + " has no " + place);
		}
		texts.put(path, changed);
		return new PackFiles(texts);
	}

	/** The same words under another version. */
	static PackFiles numbered(String version) {
		TreeMap<String, String> texts = new TreeMap<>(first().texts());
		texts.computeIfPresent("pack.yaml", (path, text) -> text.replace("version: 1.0.0", "version: " + version));
		return new PackFiles(texts);
	}

}
