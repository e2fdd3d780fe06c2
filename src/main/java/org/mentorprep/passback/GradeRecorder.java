package org.mentorprep.passback;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LaunchRecorder.LinkLaunched;
import org.mentorprep.launch.Links;
import org.mentorprep.progress.Progress.ModuleProgressed;

/**
 * Writes down which grades are to be sent, in the transaction in which they were earned:
 * answer, completion and grade stand or fall together. Whoever publishes has locked the
 * person, so that two writers never meet here.
 */
@Component
class GradeRecorder {

	private final Links links;

	private final SoughtColumns sought;

	private final EarnedGrades earned;

	private final GradeDeliveries outbox;

	private final ApplicationEventPublisher events;

	GradeRecorder(Links links, SoughtColumns sought, EarnedGrades earned, GradeDeliveries outbox,
			ApplicationEventPublisher events) {
		this.links = links;
		this.sought = sought;
		this.earned = earned;
		this.outbox = outbox;
		this.events = events;
	}

	/** Every course in which the person is a learner hears of it. */
	@EventListener
	void on(ModuleProgressed progressed) {
		for (Enrolment enrolment : this.links.learning(progressed.person())) {
			if (this.earned.counts(enrolment.link(), progressed.module())) {
				record(enrolment, false);
			}
		}
	}

	/** A link that is seen first after the work was done gets its grade at once. */
	@EventListener
	void on(LinkLaunched launched) {
		record(launched.enrolment(), true);
	}

	private void record(Enrolment enrolment, boolean launched) {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(),
				"A grade is written down in the transaction that earned it");
		URI column = column(enrolment);
		if (column == null) {
			return;
		}
		if (launched) {
			this.outbox.forgetOthers(enrolment, column);
		}
		Optional<Grade> grade = this.earned.grade(enrolment);
		boolean due = grade.isPresent() && (this.outbox.put(enrolment, column, grade.get())
				|| (launched && this.outbox.revive(enrolment, column)));
		if (due) {
			this.events.publishEvent(new GradeDue());
		}
	}

	/**
	 * The column of the gradebook that waits for this learner, if need be one that is not
	 * known yet; none for course staff.
	 */
	private @Nullable URI column(Enrolment enrolment) {
		if (enrolment.role() != CourseRole.LEARNER) {
			return null;
		}
		URI told = enrolment.link().column();
		return (told != null) ? told : this.sought.of(enrolment.link()).orElse(null);
	}

	/** A grade is to be sent as soon as the transaction that says so is committed. */
	record GradeDue() {
	}

}
