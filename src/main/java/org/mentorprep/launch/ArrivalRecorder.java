package org.mentorprep.launch;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.lti.message.CourseContext;
import org.mentorprep.lti.message.ResourceLinkRequest;
import org.mentorprep.platform.PlatformId;

/**
 * Writes down who came, from which course and in which role, and tells the house. Called
 * by the door only, with a message that passed every check.
 */
@Component
public class ArrivalRecorder {

	private final Learners learners;

	private final Placements placements;

	private final People people;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	ArrivalRecorder(Learners learners, Placements placements, People people, TransactionTemplate transaction,
			ApplicationEventPublisher events) {
		this.learners = learners;
		this.placements = placements;
		this.people = people;
		this.transaction = transaction;
		this.events = events;
	}

	/**
	 * Saves the arrival and publishes {@link LinkLaunched}, in transactions of its own.
	 * @param request that passed every check
	 */
	public Arrival record(PlatformId platform, ResourceLinkRequest request) {
		Learner learner = born(() -> this.learners.find(platform, request.user().sub()),
				() -> this.learners.give(platform, request.user()));
		ContextId context = context(platform, request);
		Link known = born(() -> this.placements.findLink(platform, request.deploymentId(), request.resourceLink().id()),
				() -> give(platform, context, request));
		Link told = told(known.id(), platform, context, request);
		Enrolment enrolment = new Enrolment(told, learner.id(), learner.person(), learner.sub(),
				CourseRole.of(request.roles()));
		String name = (request.user().name() != null) ? request.user().name() : learner.name();
		this.transaction.executeWithoutResult((status) -> {
			// First of all, so that two launches of one person queue up here.
			this.people.lock(learner.person());
			if (!told.equals(known)) {
				this.placements.update(told);
			}
			if (name != null && !name.equals(learner.name())) {
				this.learners.rename(learner.id(), name);
			}
			this.placements.enrol(enrolment);
			this.events.publishEvent(new LinkLaunched(enrolment));
		});
		return new Arrival(enrolment, name);
	}

	private @Nullable ContextId context(PlatformId platform, ResourceLinkRequest request) {
		CourseContext context = request.context();
		if (context == null) {
			return null;
		}
		return born(() -> this.placements.findContext(platform, request.deploymentId(), context.id()),
				() -> this.placements.giveContext(platform, request.deploymentId(), context));
	}

	private Link give(PlatformId platform, @Nullable ContextId context, ResourceLinkRequest request) {
		Link link = told(new LinkId(UUID.randomUUID()), platform, context, request);
		this.placements.giveLink(link, request.deploymentId(), request.resourceLink().id());
		return link;
	}

	private static Link told(LinkId id, PlatformId platform, @Nullable ContextId context, ResourceLinkRequest request) {
		return new Link(id, platform, context, request.resourceLink().title(),
				(request.grades() != null) ? request.grades().lineItem() : null,
				(request.grades() != null) ? request.grades().lineItems() : null,
				(request.grades() != null) ? request.grades().scopes() : Set.of(), request.custom().get("module"));
	}

	/**
	 * Births have short transactions of their own: in PostgreSQL a duplicate key ends the
	 * whole transaction, and then someone else was faster and the thing is there.
	 */
	private <T> T born(Supplier<Optional<T>> find, Supplier<T> give) {
		Optional<T> known = find.get();
		if (known.isPresent()) {
			return known.get();
		}
		try {
			return this.transaction.execute((status) -> give.get());
		}
		catch (DuplicateKeyException ex) {
			return find.get().orElseThrow(() -> ex);
		}
	}

}
