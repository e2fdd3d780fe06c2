package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.mentorprep.yaml.Problems;

/**
 * Checks that translations translate what there is, and says what is missing and what has
 * changed since it was translated.
 */
class TranslationCheck {

	private final PackTrees trees;

	private final Problems problems;

	TranslationCheck(PackTrees trees, Problems problems) {
		this.trees = trees;
		this.problems = problems;
	}

	List<PackReport.Translation> check() {
		List<PackReport.Translation> translations = new ArrayList<>();
		this.trees.overlays().forEach((language, overlays) -> {
			overlays.forEach(this::names);
			Map<Translation.State, Integer> states = new EnumMap<>(Translation.State.class);
			this.trees.original().forEach((path, words) -> {
				Translation overlay = overlays.get(path);
				if (overlay == null) {
					states.merge(Translation.State.MISSING, words.size(), Integer::sum);
					warnOfMissing(path.replaceFirst("\\.md$", ".yaml"), language, words.size());
				}
				else {
					states(overlay, words, states);
				}
			});
			translations.add(new PackReport.Translation(language, states.getOrDefault(Translation.State.TRANSLATED, 0),
					states.getOrDefault(Translation.State.STALE, 0),
					states.getOrDefault(Translation.State.MISSING, 0)));
		});
		return translations;
	}

	private void names(String source, Translation overlay) {
		Map<String, Words.Word> words = this.trees.original().get(source);
		if (words == null) {
			this.problems.add(overlay.file().path(), 1, "There is no " + source + " to translate.");
			return;
		}
		overlay.names().forEach((name, pointer) -> {
			if (!words.containsKey(name)) {
				this.problems.add(overlay.file().path(), overlay.file().line(pointer),
						"There are no words " + name + " in " + source + "; a translation can change nothing else.");
			}
		});
	}

	private void states(Translation overlay, Map<String, Words.Word> words, Map<Translation.State, Integer> states) {
		List<String> missing = new ArrayList<>();
		Map<String, String> places = overlay.names();
		words.forEach((name, word) -> {
			Translation.State state = overlay.state(name, word.text());
			states.merge(state, 1, Integer::sum);
			if (state == Translation.State.MISSING) {
				missing.add(name);
			}
			else if (state == Translation.State.STALE) {
				this.problems.warn(overlay.file().path(), overlay.file().line(places.getOrDefault(name, "")),
						name + " was translated of other words; if it still fits, set source_hash to "
								+ Words.hash(word.text()) + ".");
			}
		});
		if (!missing.isEmpty()) {
			this.problems.warn(overlay.file().path(), overlay.file().line("/strings"),
					"Not translated: " + String.join(", ", missing) + ".");
		}
	}

	private void warnOfMissing(String path, String language, int words) {
		if (words > 0) {
			this.problems.warn("i18n/" + language + "/" + path, 1,
					"This file is missing; " + words + ((words == 1) ? " text is" : " texts are") + " not translated.");
		}
	}

}
