package org.mentorprep.activity.dialogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody sees in the words of a choice without understanding them. The lists are
 * English; in another language only question marks and the author's {@code tone} count.
 */
public final class Wording {

	private static final String GOOD = "(?:good|great|lovely|brilliant|excellent|fantastic|wonderful|nice|super|strong"
			+ "|terrific|impressive|amazing)";

	private static final String VERY = "(?:(?:a|an|really|perfectly|completely|entirely|very|so|such|quite|truly|absolutely|doing|done|did|that|just) )*";

	/** What may come before an opening and changes nothing. */
	private static final String BEFORE = "^[^\\p{L}]*(?:(?:oh|well|no|yes|okay|look|listen|honestly|please|and|now|hey),? )*";

	private static final Pattern PRAISE = opening("well done", "congratulations", "bravo", GOOD, "what " + VERY + GOOD,
			"(?:that|it|this)(?:’s| is| was) " + VERY + GOOD, "(?:that|this)(?:’s| is| was) exactly",
			"you(?:’re| are|’ve| have)? " + VERY + "(?:well|fine|" + GOOD + ")",
			"i (?:really )?(?:like|liked|love|loved|enjoyed|admire)",
			"i(?:’m| am| was) " + VERY + "(?:impressed|proud|pleased|delighted)");

	private static final Pattern REASSURANCE = opening("(?:don’t|do not) (?:be|worry|you worry)", "never mind",
			"not to worry", "no wonder", "it happens", "everyone", "everybody", "we(?:’ve)? all", "poor you",
			"you(?:’re| are) not alone", "you(?:’ll| will) be fine", "of course", "i wouldn’t call it",
			"(?:it|that)(?:’s| is) " + VERY + "(?:fine|okay|ok|all right|normal|natural|nothing)", "(?:it|that) wasn’t",
			"(?:that’s|how) kind", "i(?:’m| am) (?:so )?(?:sorry|glad)");

	private static final Pattern HEDGE = Pattern
		.compile("\\b(?:perhaps|maybe|possibly|probably|might|could|would|wouldn’t"
				+ "|couldn’t|a bit|a little|sort of|kind of|somewhat|rather|i think|i wonder|i suppose|i guess|i feel"
				+ "|seems?|just|one or two|half an eye)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private Wording() {
	}

	/** Whether it opens with praise. */
	public static boolean opensWithPraise(DialogueNode.Choice choice) {
		return PRAISE.matcher(plain(choice)).find();
	}

	static boolean opensWarmly(DialogueNode.Choice choice) {
		return "warm".equals(choice.tone()) || opensWithPraise(choice) || REASSURANCE.matcher(plain(choice)).find();
	}

	static boolean markedDirect(DialogueNode.Choice choice) {
		return "direct".equals(choice.tone());
	}

	/** Softening words, and asking in place of saying; none is the most direct. */
	static int hedges(DialogueNode.Choice choice) {
		Matcher hedge = HEDGE.matcher(plain(choice));
		int found = asks(choice.text()) ? 1 : 0;
		while (hedge.find()) {
			found++;
		}
		return found;
	}

	/** Whether it ends with a question mark. */
	public static boolean asks(String text) {
		return text.strip().replaceAll("[\"'”’»)]+$", "").endsWith("?");
	}

	private static String plain(DialogueNode.Choice choice) {
		return choice.text().replace('\'', '’');
	}

	private static Pattern opening(String... openings) {
		return Pattern.compile(BEFORE + "(?:" + String.join("|", openings) + ")\\b",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
