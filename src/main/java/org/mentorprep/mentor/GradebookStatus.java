package org.mentorprep.mentor;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.passback.Delivery;
import org.mentorprep.programme.CurrentLink;

/**
 * What the course gradebook has or gets, in the mentor's terms.
 *
 * @param points what was or will be sent, of 100; 0 in the states in which nothing is
 * @param since when it arrived, or since when it is on its way; absent else
 * @param programme whether the grade is the share of modules completed so far
 * @param capped whether less is sent than was reached, because a module that is not
 * completed is never sent as more than {@code cap}
 * @param cap the most that is sent while the module is not completed
 */
record GradebookStatus(State state, int points, @Nullable Instant since, boolean programme, boolean capped, int cap) {

	/**
	 * The grade of the whole programme.
	 * @param early whether results are sent before it is completed
	 */
	static GradebookStatus ofProgramme(CurrentLink link, Optional<Delivery> delivery, boolean early) {
		return of(link, delivery, early, true, false, 0);
	}

	/**
	 * The grade of a module that a link stands for alone.
	 * @param early whether results are sent before it is completed
	 */
	static GradebookStatus ofModule(CurrentLink link, Optional<Delivery> delivery, boolean early,
			ModuleSummary module) {
		int cap = module.module().passRule().mostWhileOpen();
		return of(link, delivery, early, false, !module.completed() && module.progress().points() > cap, cap);
	}

	/** Whether a grade of this user belongs in the gradebook at all. */
	static boolean graded(CurrentLink link) {
		return link.role() == CourseRole.LEARNER;
	}

	private static GradebookStatus of(CurrentLink link, Optional<Delivery> delivery, boolean early, boolean programme,
			boolean capped, int cap) {
		State state = state(link, delivery, early);
		return new GradebookStatus(state, state.sent ? delivery.map(Delivery::points).orElse(0) : 0,
				state.sent ? delivery.map(Delivery::since).orElse(null) : null, programme && early,
				capped && state.sent, cap);
	}

	private static State state(CurrentLink link, Optional<Delivery> delivery, boolean early) {
		if (!graded(link)) {
			return State.NOT_FOR_YOU;
		}
		if (link.link().scoreLineItem() == null && delivery.isEmpty()) {
			return State.NO_COLUMN;
		}
		return delivery.map((found) -> switch (found.state()) {
			case ON_ITS_WAY -> onItsWay(found.reason());
			case ARRIVED -> State.ARRIVED;
			case REFUSED -> State.REFUSED;
		}).orElse(early ? State.NOTHING_YET : State.WHEN_COMPLETED);
	}

	private static State onItsWay(Delivery.@Nullable Reason reason) {
		if (reason == null) {
			return State.ON_ITS_WAY;
		}
		return switch (reason) {
			case UNREACHABLE -> State.WAITING;
			// Another grade may get through meanwhile, so nothing is said of the LMS.
			case TRY_LATER, NO_ANSWER, UNCLEAR, LINE_ITEM_FAILING -> State.ON_ITS_WAY;
			default -> State.HELD;
		};
	}

	/** Where a grade is. */
	enum State {

		/** The person gets no grade here: course staff and onlookers. */
		NOT_FOR_YOU(false),

		/** The activity has no column in the gradebook. */
		NO_COLUMN(false),

		/** Nothing was finished yet, so there is nothing to send. */
		NOTHING_YET(false),

		/** Not completed yet; nothing is sent before. */
		WHEN_COMPLETED(false),

		/** Waiting to be sent, or being tried again; nothing for the mentor to do. */
		ON_ITS_WAY(true),

		/** The LMS does not answer; it is tried again and again. */
		WAITING(true),

		/** The LMS answers and takes no grade for now; course staff can see why. */
		HELD(true),

		/** The gradebook took it. */
		ARRIVED(true),

		/** The gradebook refused it; course staff have to look. */
		REFUSED(true);

		/** Whether a grade was sent or will be. */
		private final boolean sent;

		State(boolean sent) {
			this.sent = sent;
		}

	}

}
