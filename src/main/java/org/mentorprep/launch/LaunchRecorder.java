package org.mentorprep.launch;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.RetryOnContention;
import org.mentorprep.launch.Learners.Learner;
import org.mentorprep.lti.message.LtiMessage.CourseContext;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingRequest;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingSettings;
import org.mentorprep.lti.message.LtiMessage.LtiUser;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.platform.PlatformId;

/**
 * Records who came, from which course and in which role, and publishes it. What a launch
 * brings for the first time is created in a short transaction of its own, before the
 * transaction of the launch: in PostgreSQL a duplicate key ends the whole transaction.
 */
@Component
public class LaunchRecorder {

	private final Learners learners;

	private final Courses courses;

	private final Links links;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	LaunchRecorder(Learners learners, Courses courses, Links links, TransactionTemplate transaction,
			ApplicationEventPublisher events) {
		this.learners = learners;
		this.courses = courses;
		this.links = links;
		this.transaction = transaction;
		this.events = events;
	}

	/**
	 * Records the launch of a link and publishes {@link LinkLaunched}, in transactions of
	 * its own.
	 * @param request that passed every check
	 */
	@RetryOnContention
	public Launch record(PlatformId platform, ResourceLinkRequest request, CourseRole role) {
		Learner known = learner(platform, request.user());
		Learner learner = known.named(request.user());
		ContextId context = context(platform, request.deploymentId(), request.context());
		Link before = findOrCreate(() -> this.links.find(platform, request.deploymentId(), request.resourceLink().id()),
				() -> this.links.create(platform, context, request));
		Link link = Link.of(before.id(), platform, context, request);
		Enrolment enrolment = new Enrolment(link, learner.id(), learner.person(), learner.sub(), role);
		this.transaction.executeWithoutResult((status) -> {
			// First of all, so that two launches of one person wait for each other here.
			this.learners.lock(learner.person());
			if (!link.equals(before)) {
				this.links.update(link);
			}
			rename(known, learner);
			if (context != null) {
				this.courses.noteCopy(context, platform, request);
			}
			this.links.enrol(enrolment);
			this.events.publishEvent(new LinkLaunched(enrolment));
		});
		return new Launch(enrolment, learner.name());
	}

	/**
	 * Records that somebody came to place something, and publishes
	 * {@link DeepLinkingRequested}, in transactions of its own.
	 * @param request that passed every check
	 */
	@RetryOnContention
	public DeepLinkingRequested record(PlatformId platform, DeepLinkingRequest request, CourseRole role) {
		Learner known = learner(platform, request.user());
		Learner learner = known.named(request.user());
		ContextId context = context(platform, request.deploymentId(), request.context());
		DeepLinkingRequested requested = new DeepLinkingRequested(UUID.randomUUID(), learner, platform,
				request.deploymentId(), context, role == CourseRole.STAFF, request.settings());
		this.transaction.executeWithoutResult((status) -> {
			this.learners.lock(learner.person());
			rename(known, learner);
			this.events.publishEvent(requested);
		});
		return requested;
	}

	/** Somebody who came before. */
	Optional<Learner> known(PlatformId platform, LtiUser user) {
		return this.learners.find(platform, user.sub());
	}

	private Learner learner(PlatformId platform, LtiUser user) {
		return findOrCreate(() -> this.learners.find(platform, user.sub()), () -> this.learners.create(platform, user));
	}

	private @Nullable ContextId context(PlatformId platform, String deploymentId, @Nullable CourseContext context) {
		if (context == null) {
			return null;
		}
		return findOrCreate(() -> this.courses.find(platform, deploymentId, context.id()),
				() -> this.courses.create(platform, deploymentId, context));
	}

	/** Of two launches that create the same at once, one finds what the other made. */
	private <T> T findOrCreate(Supplier<Optional<T>> find, Supplier<T> create) {
		Optional<T> known = find.get();
		if (known.isPresent()) {
			return known.get();
		}
		try {
			return this.transaction.execute((status) -> create.get());
		}
		catch (DuplicateKeyException ex) {
			return find.get().orElseThrow(() -> ex);
		}
	}

	private void rename(Learner before, Learner now) {
		if (now.name() != null && !now.equals(before)) {
			this.learners.rename(now.id(), now.name());
		}
	}

	/**
	 * A launch of a link that was recorded.
	 *
	 * @param name of the user as the LMS gave it, now or at an earlier launch; absent if
	 * it never did
	 */
	public record Launch(Enrolment enrolment, @Nullable String name) {
	}

	/**
	 * A launch of a link passed every check and was saved. Published inside the
	 * transaction that saved it, with the person locked.
	 */
	public record LinkLaunched(Enrolment enrolment) {
	}

	/**
	 * Somebody who may came to place something, and passed every check. Published inside
	 * the transaction that saved it, with the person locked.
	 *
	 * @param request names it from now on, also in URLs
	 * @param context the course; absent outside of one
	 * @param staff whether they are course staff; if not they may place, and no more
	 */
	public record DeepLinkingRequested(UUID request, Learner learner, PlatformId platform, String deploymentId,
			@Nullable ContextId context, boolean staff, DeepLinkingSettings settings) {
	}

}
