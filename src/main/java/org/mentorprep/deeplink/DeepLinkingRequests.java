package org.mentorprep.deeplink;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.RetryOnContention;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.launch.ContextId;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.Courses;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LaunchRecorder.DeepLinkingRequested;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingSettings;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Secret;

/**
 * The requests of course staff to place something. They are in the database, so that any
 * node may answer what another received, and so that each is answered once only.
 */
@Repository
public class DeepLinkingRequests {

	/** Long enough to look at every module, and shorter than a session of the LMS. */
	static final Duration LIFE = Duration.ofHours(2);

	/** How long the same choice may come once more: a double click, a lost answer. */
	private static final Duration REPEATED_FOR = Duration.ofMinutes(1);

	/** Late rows are kept for a while, to tell somebody slow what happened. */
	private static final Duration MEMORY = Duration.ofHours(8);

	private final JdbcClient jdbc;

	private final Placements placements;

	private final Courses courses;

	private final Clock clock;

	DeepLinkingRequests(JdbcClient jdbc, Placements placements, Courses courses, Clock clock) {
		this.jdbc = jdbc;
		this.placements = placements;
		this.courses = courses;
		this.clock = clock;
	}

	/**
	 * Whether a request came with this user in this session, and the LMS has not said
	 * since that they are nobody who places something.
	 */
	public boolean cameWith(LaunchedUser user, UUID request) {
		return find(user, request).isPresent();
	}

	/**
	 * The same, as long as it is not late: so long they are somebody who places
	 * something.
	 */
	public boolean isOpenTo(LaunchedUser user, UUID request) {
		return find(user, request).filter((found) -> !found.isLate(this.clock.instant())).isPresent();
	}

	/** The request that {@link #cameWith} is about. */
	Optional<DeepLinking> find(LaunchedUser user, UUID request) {
		return find(request)
			.filter((found) -> found.learner().equals(user.learner()) && user.requests().contains(request))
			.filter(this::stillPlaces);
	}

	/**
	 * By the last launch in the course since: whoever came as staff must be staff still;
	 * whoever may place and is no staff must be no learner.
	 */
	private boolean stillPlaces(DeepLinking request) {
		if (request.context() == null) {
			return true;
		}
		return this.courses.lastRoleSince(request.expiresAt().minus(LIFE), request.context(), request.learner())
			.filter((now) -> request.staff() ? now != CourseRole.STAFF : now == CourseRole.LEARNER)
			.isEmpty();
	}

	/** The platform that a request came from. */
	public Optional<PlatformId> platform(UUID request) {
		return find(request).map(DeepLinking::platform);
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(DeepLinkingRequested requested) {
		DeepLinkingSettings settings = requested.settings();
		this.jdbc.sql("""
				INSERT INTO deep_linking (id, learner, platform, deployment_id, context, return_url, accept_links,
				accept_multiple, accept_line_item, data, staff, expires_at)
				VALUES (:id, :learner, :platform, :deploymentId, :context, :returnUrl, :acceptLinks, :acceptMultiple,
				:acceptLineItem, :data, :staff, :expiresAt)""")
			.paramSource(new DeepLinking(requested.request(), requested.learner().id(), requested.platform(),
					requested.deploymentId(), requested.context(), settings.returnUrl(), settings.acceptLinks(),
					settings.acceptMultiple(), settings.acceptLineItem(), settings.data(), requested.staff(),
					this.clock.instant().plus(LIFE), null))
			.update();
	}

	Optional<DeepLinking> find(UUID request) {
		return this.jdbc.sql("SELECT * FROM deep_linking WHERE id = :id")
			.param("id", request)
			.query(DeepLinking.class)
			.optional();
	}

	/**
	 * Whether this call answered the request, or another one a moment ago with the same
	 * choice: then both lead to the same response, for a browser shows the second one
	 * only. Notes once what was chosen.
	 */
	@RetryOnContention
	@Transactional
	boolean answer(DeepLinking request, Selection selection) {
		boolean answered = this.jdbc.sql("""
				UPDATE deep_linking SET answered_at = :now, answered_with = :choice
				WHERE id = :id AND answered_at IS NULL""")
			.param("now", this.clock.instant())
			.param("choice", Secret.hash(selection.key()))
			.param("id", request.id())
			.update() == 1;
		if (answered) {
			this.placements.note(request, selection);
		}
		return answered || answeredWith(request, selection);
	}

	/** Whether the request was answered a moment ago, with this choice. */
	boolean answeredWith(DeepLinking request, Selection selection) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM deep_linking
				WHERE id = :id AND answered_with = :choice AND answered_at > :since""")
			.param("id", request.id())
			.param("choice", Secret.hash(selection.key()))
			.param("since", this.clock.instant().minus(REPEATED_FOR))
			.query(Integer.class)
			.single() > 0;
	}

	/** Runs every minute, on one node. */
	@Bean
	static RecurringTask<Void> deepLinkingRequestsTask(DeepLinkingRequests deepLinkingRequests) {
		return Tasks.recurring("deeplink.task.requests", FixedDelay.ofMinutes(1))
			.execute((instance, context) -> deepLinkingRequests.sweep());
	}

	/**
	 * Deletes what only the answer needed: some LMSs put a session key into the return
	 * URL.
	 */
	void sweep() {
		this.jdbc.sql("DELETE FROM deep_linking WHERE expires_at < :forgotten")
			.param("forgotten", this.clock.instant().minus(MEMORY))
			.update();
		this.jdbc.sql("""
				UPDATE deep_linking SET return_url = '', data = NULL
				WHERE return_url <> '' AND (expires_at < :now OR answered_at < :answered)""")
			.param("now", this.clock.instant())
			.param("answered", this.clock.instant().minus(REPEATED_FOR))
			.update();
	}

	/**
	 * One request of course staff to place something.
	 *
	 * @param learner who it came with, and the only one who may answer it
	 * @param context the course; absent outside of one
	 * @param returnUrl empty soon after it was answered or is late; {@code data} is
	 * absent then
	 * @param staff whether they came as course staff; if not they may place, and no more
	 * @param answeredAt absent if it was not answered yet
	 */
	record DeepLinking(UUID id, LearnerId learner, PlatformId platform, String deploymentId,
			@Nullable ContextId context, URI returnUrl, boolean acceptLinks, boolean acceptMultiple,
			boolean acceptLineItem, @Nullable String data, boolean staff, Instant expiresAt,
			@Nullable Instant answeredAt) {

		boolean isLate(Instant now) {
			return !now.isBefore(this.expiresAt);
		}

		boolean answered() {
			return this.answeredAt != null;
		}

		DeepLinkingSettings settings() {
			return new DeepLinkingSettings(this.returnUrl, this.acceptLinks, this.acceptMultiple, this.acceptLineItem,
					this.data);
		}

	}

}
