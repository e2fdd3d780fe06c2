package org.mentorprep.passback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of a claimed grade.
 *
 * @param dueAt when to try again, if it is to be tried again
 * @param tries failures in a row, this one included
 * @param problem why it did not arrive; absent if it did
 * @param stamp of the last score sent, whether it is known to have arrived or not
 * @param checkAt when to read the gradebook; absent unless the grade arrived
 */
record Settlement(Delivery.State state, Instant dueAt, int tries, @Nullable String problem, @Nullable Instant stamp,
		@Nullable Instant checkAt) {
}
