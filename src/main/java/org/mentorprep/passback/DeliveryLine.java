package org.mentorprep.passback;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;

/**
 * A delivery with all that course staff want to know.
 *
 * @param nextTry when it is tried again, if it is on its way
 * @param finding what the gradebook held when it was read; absent if it was not
 * @param foundPoints the grade that was found there, of 100; absent if none was
 * @param checkedAt when it was read
 */
public record DeliveryLine(UUID id, LearnerId learner, LinkId link, Delivery delivery, Instant nextTry,
		@Nullable Finding finding, @Nullable Integer foundPoints, @Nullable Instant checkedAt) {

	/** Whether course staff have something to see to. */
	public boolean wantsAttention() {
		return this.delivery.state() == Delivery.State.REFUSED || this.delivery.problem() != null
				|| (this.finding != null && this.finding.isOdd());
	}

	/** Whether sending it again makes sense. */
	public boolean canBeResent() {
		return this.delivery.state() != Delivery.State.ARRIVED || (this.finding != null && this.finding.isOdd());
	}

}
