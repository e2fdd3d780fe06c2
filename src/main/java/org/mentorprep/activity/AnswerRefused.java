package org.mentorprep.activity;

/**
 * The answer is none of those the step allows. Says so with a key of the message files.
 */
public class AnswerRefused extends RuntimeException {

	private final String messageKey;

	/**
	 * @param messageKey key of the sentence for the person who answered, for example
	 * {@code activity.dialogue.choose}
	 */
	public AnswerRefused(String messageKey) {
		super(messageKey);
		this.messageKey = messageKey;
	}

	public String messageKey() {
		return this.messageKey;
	}

}
