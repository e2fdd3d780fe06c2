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

	List<PackReport.TranslationCount> check() {
		List<PackReport.TranslationCount> counts = new ArrayList<>();
		this.trees.translations().forEach((language, translations) -> {
			translations.forEach(this::names);
			Map<Translation.State, Integer> states = new EnumMap<>(Translation.State.class);
			this.trees.original().forEach((path, texts) -> {
				Translation translation = translations.get(path);
				if (translation == null) {
					states.merge(Translation.State.MISSING, texts.size(), Integer::sum);
					warnOfMissing(path.replaceFirst("\\.md$", ".yaml"), language, texts.size());
				}
				else {
					states(translation, texts, states);
				}
			});
			counts.add(new PackReport.TranslationCount(language, states.getOrDefault(Translation.State.TRANSLATED, 0),
					states.getOrDefault(Translation.State.STALE, 0),
					states.getOrDefault(Translation.State.MISSING, 0)));
		});
		return counts;
	}

	private void names(String source, Translation translation) {
		Map<String, Translation.Text> texts = this.trees.original().get(source);
		if (texts == null) {
			if (!this.trees.unread().contains(source)) {
				this.problems.add(translation.file().path(), 1, "There is no " + source + " to translate.");
			}
			return;
		}
		translation.names().forEach((name, pointer) -> {
			if (!texts.containsKey(name)) {
				this.problems.add(translation.file(), pointer,
						"There are no words " + name + " in " + source + "; a translation can change nothing else.");
			}
		});
	}

	private void states(Translation translation, Map<String, Translation.Text> texts,
			Map<Translation.State, Integer> states) {
		List<String> missing = new ArrayList<>();
		Map<String, String> places = translation.names();
		texts.forEach((name, text) -> {
			Translation.State state = translation.state(name, text.value());
			states.merge(state, 1, Integer::sum);
			if (state == Translation.State.MISSING) {
				missing.add(name);
			}
			else if (state == Translation.State.STALE) {
				this.problems.warn(translation.file(), places.getOrDefault(name, ""),
						name + " was translated of other words; if it still fits, set source_hash to "
								+ Translation.hash(text.value()) + ".");
			}
		});
		if (!missing.isEmpty()) {
			this.problems.warn(translation.file(), "/strings", "Not translated: " + String.join(", ", missing) + ".");
		}
	}

	private void warnOfMissing(String path, String language, int texts) {
		String file = "i18n/" + language + "/" + path;
		if (texts > 0 && !this.trees.unread().contains(file)) {
			this.problems.warn(file, 1,
					"This file is missing; " + texts + ((texts == 1) ? " text is" : " texts are") + " not translated.");
		}
	}

}
