package org.mentorprep.launch;

import java.util.List;
import java.util.Optional;

/** The links that were launched at least once. */
public interface Links {

	Optional<Link> find(LinkId link);

	/** The enrolments of a person as a learner: where grades of theirs belong. */
	List<Enrolment> learning(PersonId person);

}
