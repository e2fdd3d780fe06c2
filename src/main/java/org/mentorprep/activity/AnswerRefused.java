package org.mentorprep.activity;

import java.util.List;

/**
 * The answer is none of those the step allows. Says so with a key of the message files,
 * and names the fields it is about.
 */
public class AnswerRefused extends RuntimeException {

	private final String messageKey;

	private final transient List<Gap> gaps;

	/**
	 * @param messageKey key of the sentence for the person who answered, for example
	 * {@code activity.dialogue.choose}
	 */
	public AnswerRefused(String messageKey) {
		this(messageKey, List.of());
	}

	/**
	 * @param messageKey key of the sentence for each gap; its argument is the gap's label
	 * @param gaps the fields to go back to, in the order of the page
	 */
	public AnswerRefused(String messageKey, List<Gap> gaps) {
		super(messageKey);
		this.messageKey = messageKey;
		this.gaps = List.copyOf(gaps);
	}

	public String messageKey() {
		return this.messageKey;
	}

	public List<Gap> gaps() {
		return this.gaps;
	}

	/**
	 * A field to go back to.
	 *
	 * @param field its name in the form; the element has the id {@code answer-<field>}
	 * @param label what it is called on the page
	 */
	public record Gap(String field, String label) {
	}

}
