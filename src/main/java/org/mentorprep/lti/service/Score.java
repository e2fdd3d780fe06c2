package org.mentorprep.lti.service;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One score of one learner (AGS 2.0, section 3.4). It is always fully graded and always
 * has a comment: Moodle erases the grade, or the earlier feedback, when one is missing.
 *
 * @param userId the learner's {@code sub} of the launch
 * @param scoreGiven from 0 to {@code scoreMaximum}
 * @param scoreMaximum above 0
 * @param comment shown beside the grade; never blank
 * @param timestamp in whole seconds, for that is how Moodle compares
 */
public record Score(String userId, int scoreGiven, int scoreMaximum, ActivityProgress activityProgress, String comment,
		Instant timestamp) {

	public Score {
		if (scoreMaximum <= 0 || scoreGiven < 0 || scoreGiven > scoreMaximum) {
			throw new IllegalArgumentException("No score: " + scoreGiven + " of " + scoreMaximum);
		}
		if (comment.isBlank()) {
			throw new IllegalArgumentException("A score without comment erases the earlier feedback");
		}
		timestamp = timestamp.truncatedTo(ChronoUnit.SECONDS);
	}

	/** The members as they stand in the JSON body. */
	Map<String, Object> members() {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("userId", this.userId);
		members.put("scoreGiven", this.scoreGiven);
		members.put("scoreMaximum", this.scoreMaximum);
		members.put("activityProgress", this.activityProgress.word());
		members.put("gradingProgress", "FullyGraded");
		members.put("comment", this.comment);
		members.put("timestamp", this.timestamp.toString());
		return members;
	}

	/**
	 * How far the learner has come (AGS 2.0, section 3.4), of what can be said truthfully
	 * once there is a score.
	 */
	public enum ActivityProgress {

		/** Begun and not completed. */
		IN_PROGRESS("InProgress"),

		/** Completed. */
		COMPLETED("Completed");

		private final String word;

		ActivityProgress(String word) {
			this.word = word;
		}

		/** The word of the specification. */
		String word() {
			return this.word;
		}

	}

}
