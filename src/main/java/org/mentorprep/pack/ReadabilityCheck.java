package org.mentorprep.pack;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import org.mentorprep.pack.kind.Readability;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Looks at how texts read: their age, long sentences, claims that research can't bear,
 * and subjects that ask for a note. The lists of words are English; the measures work in
 * any language.
 */
class ReadabilityCheck {

	private static final int OLDEST = 14;

	private static final int ENOUGH_WORDS = 100;

	private static final int LONGEST_SENTENCE = 35;

	private static final int SLOWEST = 60;

	private static final int FASTEST = 300;

	/**
	 * What is read to know what to do, or to learn from an answer; talk may be richer.
	 */
	private static final Set<String> PLAIN = Set.of("feedback", "ask", "own_words", "intro", "situation", "reflection",
			"lead", "why", "hint");

	private static final Pattern PROOF = Pattern
		.compile("\\b(research|studies|a study|the evidence|science)( has| have| clearly)* (prove[sdn]?|proven)\\b"
				+ "|\\bit (is|has been) proven\\b|\\bproven to\\b|\\bscientifically\\b|\\balways works\\b|\\bguarantee[ds]?\\b",
				Pattern.CASE_INSENSITIVE);

	private static final Pattern DISTRESS = Pattern.compile(
			"\\b(tears|crying|cries|cried|weep(s|ing)?|suicid\\w*|self-harm\\w*|bereave\\w*|grief|abused?|abuse|bull(y|ies|ied|ying)"
					+ "|harass\\w*|panic attacks?|breakdown|miscarriage|dyslexi\\w*|disabilit\\w*|disabled|formal complaint|complaints?)\\b",
			Pattern.CASE_INSENSITIVE);

	private final Problems problems;

	ReadabilityCheck(Problems problems) {
		this.problems = problems;
	}

	void check(PackTrees trees) {
		Locale language = language(trees);
		trees.modules().values().forEach((module) -> file(module, language));
		trees.exercises().forEach((exercise) -> {
			file(exercise.yaml(), language);
			key(exercise.yaml());
		});
		trees.diagnostics().forEach((diagnostic) -> {
			file(diagnostic.yaml(), language);
			key(diagnostic.yaml());
		});
		trees.pages().forEach((page) -> page(page, language));
	}

	/** The language of the authors. */
	static Locale language(PackTrees trees) {
		return Locale.forLanguageTag(trees.pack().map((pack) -> pack.text("lang")).orElse("en"));
	}

	/**
	 * A page as it is measured: headings, tables and points of lists are no sentences.
	 */
	static Readability prose(PackTrees.PageFile page, Locale language) {
		return new Readability(page.markdown().replaceAll("(?m)^(#+ .*|\\|.*|\\s*[-*] )", "\n\n"), language);
	}

	private void file(YamlFile file, Locale language) {
		StringBuilder plain = new StringBuilder();
		StringBuilder all = new StringBuilder();
		Translation.texts(file.tree()).values().forEach((text) -> {
			int line = file.line(text.pointer());
			String field = text.pointer().substring(text.pointer().lastIndexOf('/') + 1);
			if (PLAIN.contains(field) || text.pointer().startsWith("/tips/")) {
				plain.append(text.value()).append("\n\n");
				sentences(file.path(), line, new Readability(text.value(), language));
			}
			claims(file.path(), line, text.value(), language);
			all.append(text.value()).append('\n');
		});
		age(file.path(), file.line(""), new Readability(plain.toString(), language));
		note(file, all.toString(), language);
	}

	private void page(PackTrees.PageFile page, Locale language) {
		String path = page.front().path();
		Readability prose = prose(page, language);
		age(path, page.line(), prose);
		sentences(path, page.line(), prose);
		claims(path, page.line(), page.markdown(), language);
		note(page.front(), page.markdown(), language);
		int words = Readability.words(page.markdown());
		int minutes = page.front().tree().path("minutes").asInt(0);
		if (minutes > 0 && (words > minutes * FASTEST || words < (minutes - 1) * SLOWEST)) {
			this.problems.warn(page.front(), "/minutes",
					"The page has " + words + " words; " + minutes + " minutes to read them is not plausible.");
		}
	}

	private void age(String path, int line, Readability prose) {
		if (prose.words() >= ENOUGH_WORDS && prose.readingAge() > OLDEST) {
			this.problems.warn(path, line, "Instructions and feedback here read like a text for the age of "
					+ prose.readingAge() + "; aim at 12 to " + OLDEST + ": shorter sentences, fewer long words.");
		}
	}

	private void sentences(String path, int line, Readability prose) {
		String longest = prose.longestSentence();
		if (Readability.words(longest) > LONGEST_SENTENCE) {
			this.problems.warn(path, line, "A sentence has " + Readability.words(longest) + " words: ‘"
					+ longest.substring(0, Math.min(40, longest.length())) + "…’.");
		}
	}

	private void claims(String path, int line, String text, Locale language) {
		Matcher proof = PROOF.matcher(text);
		if (english(language) && proof.find()) {
			this.problems.warn(path, line,
					"‘" + proof.group() + "’ claims more than research can; say what is likely, and why.");
		}
	}

	private void note(YamlFile file, String text, Locale language) {
		Matcher distress = DISTRESS.matcher(text);
		if (english(language) && !file.tree().has("content_note") && distress.find()) {
			this.problems.warn(file, "",
					"It names ‘" + distress.group() + "’; a content_note would say so beforehand.");
		}
	}

	private void key(YamlFile exercise) {
		JsonNode key = exercise.tree().path("key");
		if (!"draft".equals(key.path("status").asString("draft")) && key.path("panel").asInt(0) < 5) {
			this.problems.warn(exercise, "/key",
					"A key is " + key.path("status").asString() + " once a panel of five or more has agreed on it.");
		}
	}

	private static boolean english(Locale language) {
		return language.getLanguage().equals("en");
	}

}
