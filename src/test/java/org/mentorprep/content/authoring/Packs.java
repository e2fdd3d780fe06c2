package org.mentorprep.content.authoring;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Packs to test with. */
public final class Packs {

	/** Where the small valid pack of the tests lies. */
	public static final String SMALL = "classpath:packs-test/small";

	private Packs() {
	}

	public static PackFiles read(String location) {
		return new PackFolder(new PathMatchingResourcePatternResolver()).files(location);
	}

	/** The small valid pack. */
	public static PackFiles small() {
		return read(SMALL);
	}

	/** The small pack with some files replaced, or taken away where the text is empty. */
	static PackFiles smallWith(Map<String, String> changes) {
		SortedMap<String, String> texts = new TreeMap<>(small().texts());
		texts.putAll(changes);
		texts.values().removeIf(String::isEmpty);
		return new PackFiles(texts);
	}

}
