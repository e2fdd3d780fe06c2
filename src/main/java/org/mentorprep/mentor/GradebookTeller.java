package org.mentorprep.mentor;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.passback.Delivery;
import org.mentorprep.passback.GradeDeliveries;

/** Tells a mentor what the course gradebook has or gets. */
@Component
class GradebookTeller {

	private final GradeDeliveries deliveries;

	GradebookTeller(GradeDeliveries deliveries) {
		this.deliveries = deliveries;
	}

	/** Whether a grade of this user belongs in the gradebook at all. */
	static boolean graded(LaunchedUser user, Link link) {
		return user.roleIn(link.id()).filter(CourseRole.LEARNER::equals).isPresent();
	}

	/** The grade of the whole programme. */
	GradebookStatus ofProgramme(LaunchedUser user, Link link) {
		return tell(user, link, true, false, 0);
	}

	/** The grade of a module that a link stands for alone. */
	GradebookStatus ofModule(LaunchedUser user, Link link, ModuleSummary whereabouts) {
		int cap = whereabouts.module().passRule().mostWhileOpen();
		boolean capped = !whereabouts.standing().completed() && whereabouts.standing().points() > cap;
		return tell(user, link, false, capped, cap);
	}

	private GradebookStatus tell(LaunchedUser user, Link link, boolean programme, boolean capped, int cap) {
		Optional<Delivery> delivery = this.deliveries.of(user.learner(), link.id());
		int points = delivery.map(Delivery::points).orElse(0);
		GradebookStatus.State state = state(user, link, delivery);
		return new GradebookStatus(state, isSent(state) ? points : 0, since(state, delivery), programme,
				capped && isSent(state), cap);
	}

	private static GradebookStatus.State state(LaunchedUser user, Link link, Optional<Delivery> delivery) {
		if (!graded(user, link)) {
			return GradebookStatus.State.NOT_FOR_YOU;
		}
		if (link.column() == null && delivery.isEmpty()) {
			return GradebookStatus.State.NO_COLUMN;
		}
		return delivery.map((found) -> switch (found.state()) {
			case ON_ITS_WAY -> onItsWay(found.reason());
			case ARRIVED -> GradebookStatus.State.ARRIVED;
			case REFUSED -> GradebookStatus.State.REFUSED;
		}).orElse(GradebookStatus.State.NOTHING_YET);
	}

	private static GradebookStatus.State onItsWay(Delivery.@Nullable Reason reason) {
		if (reason == null) {
			return GradebookStatus.State.ON_ITS_WAY;
		}
		return switch (reason) {
			case UNREACHABLE, TRY_LATER -> GradebookStatus.State.WAITING;
			default -> GradebookStatus.State.HELD;
		};
	}

	private static boolean isSent(GradebookStatus.State state) {
		return switch (state) {
			case ON_ITS_WAY, WAITING, HELD, ARRIVED, REFUSED -> true;
			case NOT_FOR_YOU, NO_COLUMN, NOTHING_YET -> false;
		};
	}

	private static @Nullable Instant since(GradebookStatus.State state, Optional<Delivery> delivery) {
		return isSent(state) ? delivery.map(Delivery::since).orElse(null) : null;
	}

}
