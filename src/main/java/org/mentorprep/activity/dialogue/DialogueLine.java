package org.mentorprep.activity.dialogue;

/**
 * One thing said or told in a conversation.
 *
 * @param speaker name to show; empty if it is told, not said
 */
public record DialogueLine(String speaker, String text) {

	public boolean narration() {
		return this.speaker.isEmpty();
	}

}
