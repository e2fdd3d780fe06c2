package org.mentorprep.registration;

/**
 * What is wrong with one field of a form.
 *
 * @param field its name in the form
 * @param words key of what to say
 */
public record Problem(String field, String words) {

	static Problem of(String field, String objection) {
		return new Problem(field, "platform.problem." + objection);
	}

}
