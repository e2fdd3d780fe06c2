package org.mentorprep.launch;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.message.LtiUser;

/**
 * Someone as one platform knows them.
 *
 * @param name as the platform last gave it; absent if it never did
 */
public record Learner(LearnerId id, PersonId person, String sub, @Nullable String name) {

	/** With the name that a message gives; with the earlier one if it gives none. */
	Learner named(LtiUser user) {
		return (user.name() != null) ? new Learner(this.id, this.person, this.sub, user.name()) : this;
	}

}
