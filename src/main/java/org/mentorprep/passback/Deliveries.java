package org.mentorprep.passback;

import java.util.Optional;

import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;

/** Tells where grades are. */
public interface Deliveries {

	/** Empty if nothing was to be sent for this learner in this link. */
	Optional<Delivery> of(LearnerId learner, LinkId link);

}
