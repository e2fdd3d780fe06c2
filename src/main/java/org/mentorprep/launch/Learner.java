package org.mentorprep.launch;

import org.jspecify.annotations.Nullable;

/** Someone as one platform knows them, with the name it last gave. */
record Learner(LearnerId id, PersonId person, String sub, @Nullable String name) {
}
