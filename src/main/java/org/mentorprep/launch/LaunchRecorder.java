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

import org.mentorprep.launch.Courses.CourseHistory;
import org.mentorprep.launch.Learners.Learner;
import org.mentorprep.lti.message.LtiMessage.CourseContext;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingRequest;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingSettings;
import org.mentorprep.lti.message.LtiMessage.LtiUser;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.platform.PlatformId;

/**
 * Writes down who came, from which course and in which role, and tells the house. Called
 * by the door only, with a message that passed every check.
 */
@Component
public class LaunchRecorder {

	private final Learners learners;

	private final LinkRepository links;

	private final People people;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	LaunchRecorder(Learners learners, LinkRepository links, People people, TransactionTemplate transaction,
			ApplicationEventPublisher events) {
		this.learners = learners;
		this.links = links;
		this.people = people;
		this.transaction = transaction;
		this.events = events;
	}

	/**
	 * Saves the arrival and publishes {@link LinkLaunched}, in transactions of its own.
	 * @param request that passed every check
	 */
	public Arrival record(PlatformId platform, ResourceLinkRequest request) {
		Learner learner = learner(platform, request.user());
		ContextId context = context(platform, request.deploymentId(), request.context());
		Link known = born(() -> this.links.findLink(platform, request.deploymentId(), request.resourceLink().id()),
				() -> give(platform, context, request));
		Link told = told(known.id(), platform, context, request);
		Enrolment enrolment = new Enrolment(told, learner.id(), learner.person(), learner.sub(),
				CourseRole.of(request.roles()));
		Learner now = learner.named(request.user());
		CourseHistory history = CourseHistory.of(request.custom().get("ctx_history"));
		this.transaction.executeWithoutResult((status) -> {
			// First of all, so that two launches of one person queue up here.
			this.people.lock(learner.person());
			if (!told.equals(known)) {
				this.links.update(told);
			}
			rename(learner, now);
			if (context != null) {
				this.links.noteCopy(context, platform, request.deploymentId(), history);
			}
			this.links.enrol(enrolment);
			this.events.publishEvent(new LinkLaunched(enrolment));
		});
		return new Arrival(enrolment, now.name());
	}

	/**
	 * Saves that course staff came to place something, and publishes
	 * {@link DeepLinkingRequested}, in transactions of its own.
	 * @param request that passed every check
	 */
	public DeepLinkingRequested record(PlatformId platform, DeepLinkingRequest request) {
		Learner learner = learner(platform, request.user());
		ContextId context = context(platform, request.deploymentId(), request.context());
		DeepLinkingRequested requested = new DeepLinkingRequested(UUID.randomUUID(), learner.named(request.user()),
				platform, request.deploymentId(), context, request.settings());
		this.transaction.executeWithoutResult((status) -> {
			this.people.lock(learner.person());
			rename(learner, requested.learner());
			this.events.publishEvent(requested);
		});
		return requested;
	}

	private Learner learner(PlatformId platform, LtiUser user) {
		return born(() -> this.learners.find(platform, user.sub()), () -> this.learners.give(platform, user));
	}

	private void rename(Learner before, Learner now) {
		if (now.name() != null && !now.equals(before)) {
			this.learners.rename(now.id(), now.name());
		}
	}

	private @Nullable ContextId context(PlatformId platform, String deploymentId, @Nullable CourseContext context) {
		if (context == null) {
			return null;
		}
		return born(() -> this.links.findContext(platform, deploymentId, context.id()),
				() -> this.links.giveContext(platform, deploymentId, context));
	}

	private Link give(PlatformId platform, @Nullable ContextId context, ResourceLinkRequest request) {
		Link link = told(new LinkId(UUID.randomUUID()), platform, context, request);
		this.links.giveLink(link, request.deploymentId(), request.resourceLink().id());
		return link;
	}

	private static Link told(LinkId id, PlatformId platform, @Nullable ContextId context, ResourceLinkRequest request) {
		return new Link(id, platform, context, request.resourceLink().title(),
				(request.grades() != null) ? request.grades().lineItem() : null,
				(request.grades() != null) ? request.grades().lineItems() : null,
				(request.grades() != null) ? request.grades().scopes() : Set.of(), request.custom().get("module"),
				request.custom().get("programme"));
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

	/**
	 * Someone who came through the front door: what they are there, and how to call them.
	 *
	 * @param name as the LMS gave it, now or at an earlier launch; absent if it never did
	 */
	public record Arrival(Enrolment enrolment, @Nullable String name) {
	}

	/**
	 * Course staff came to place something, and passed all checks. Published inside the
	 * transaction that saved it, with the person locked.
	 *
	 * @param request names it from now on, also in URLs
	 * @param context the course; absent outside of one
	 */
	public record DeepLinkingRequested(UUID request, Learner learner, PlatformId platform, String deploymentId,
			@Nullable ContextId context, DeepLinkingSettings settings) {
	}

	/**
	 * A launch passed all checks and was saved. Published inside the transaction that
	 * saved it, with the person locked.
	 */
	public record LinkLaunched(Enrolment enrolment) {
	}

}
