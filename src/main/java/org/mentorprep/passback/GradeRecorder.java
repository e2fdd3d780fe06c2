package org.mentorprep.passback;

import java.net.URI;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.content.Pack;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LaunchRecorder.LinkLaunched;
import org.mentorprep.launch.Links;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;
import org.mentorprep.progress.Progress;
import org.mentorprep.progress.Progress.ModuleProgressed;

/**
 * Writes down which grades are to be sent, in the transaction in which they were earned:
 * answer, progress and grade are kept together or not at all. Whoever publishes has
 * locked the person, so that two writers never meet here.
 */
@Component
class GradeRecorder {

	private final Links links;

	private final LineItems lineItems;

	private final Progress progress;

	private final Library library;

	private final MessageSource messages;

	private final GradeDeliveries deliveries;

	private final SendPolicy policy;

	GradeRecorder(Links links, LineItems lineItems, Progress progress, Library library, MessageSource messages,
			GradeDeliveries deliveries, SendPolicy policy) {
		this.links = links;
		this.lineItems = lineItems;
		this.progress = progress;
		this.library = library;
		this.messages = messages;
		this.deliveries = deliveries;
		this.policy = policy;
	}

	/** Records the grade in every course in which the person is a learner. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(ModuleProgressed progressed) {
		Pack pack = this.library.current();
		for (Enrolment enrolment : this.links.learning(progressed.person())) {
			Requirements requirements = requirements(enrolment, pack);
			if (requirements.counts(progressed.module())) {
				this.lineItems.of(enrolment.link())
					.ifPresent((lineItem) -> grade(enrolment, requirements, pack)
						.ifPresent((grade) -> this.deliveries.put(enrolment, lineItem, grade)));
			}
		}
	}

	/** A link that is launched first after the work was done gets its grade at once. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(LinkLaunched launched) {
		Enrolment enrolment = launched.enrolment();
		if (enrolment.role() == CourseRole.LEARNER) {
			this.lineItems.of(enrolment.link()).ifPresent((lineItem) -> record(enrolment, lineItem));
		}
	}

	private void record(Enrolment enrolment, URI lineItem) {
		this.deliveries.forgetOthers(enrolment, lineItem);
		Pack pack = this.library.current();
		grade(enrolment, requirements(enrolment, pack), pack).ifPresent((grade) -> {
			if (!this.deliveries.put(enrolment, lineItem, grade)) {
				this.deliveries.revive(enrolment, lineItem);
			}
		});
	}

	private static Requirements requirements(Enrolment enrolment, Pack pack) {
		return Requirements.of(pack, enrolment.link().module(), enrolment.link().programme());
	}

	/** Empty as long as nothing is to be sent there. */
	private Optional<Grade> grade(Enrolment enrolment, Requirements requirements, Pack pack) {
		return earned(enrolment, requirements, pack).filter(this.policy::sends);
	}

	/** Empty as long as nothing was finished that counts there. */
	private Optional<Grade> earned(Enrolment enrolment, Requirements requirements, Pack pack) {
		if (requirements.programme() != null) {
			return Grade.ofProgramme(this.progress.of(enrolment.person(), requirements.programme()), pack,
					this.messages);
		}
		return requirements.mandatory()
			.stream()
			.findFirst()
			.flatMap(pack::module)
			.flatMap((module) -> Grade.ofModule(module, this.progress.of(enrolment.person(), module.id()), pack,
					this.messages));
	}

}
