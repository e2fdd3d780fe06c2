package org.mentorprep.deeplink;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.ContextId;
import org.mentorprep.launch.LaunchRecorder.DeepLinkingRequested;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingSettings;
import org.mentorprep.platform.PlatformId;

/**
 * The requests to place something. In the database, so that any node may answer what
 * another took in, and so that each can be answered once only.
 */
@Component
public class DeepLinkingRequests {

	/** Long enough to look at every module, and shorter than a session of the LMS. */
	static final Duration LIFE = Duration.ofHours(2);

	/** Late rows stay a while, to tell somebody slow what happened. */
	private static final Duration MEMORY = Duration.ofHours(8);

	private final JdbcClient jdbc;

	private final Clock clock;

	DeepLinkingRequests(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether a request came with this learner. */
	public boolean cameWith(LearnerId learner, UUID request) {
		return find(request).filter((found) -> found.learner().equals(learner)).isPresent();
	}

	/**
	 * Whether a request came with this learner and is not late yet: so long they are
	 * course staff who place something.
	 */
	public boolean isOpenTo(LearnerId learner, UUID request) {
		return find(request).filter((found) -> found.learner().equals(learner) && !found.isLate(this.clock.instant()))
			.isPresent();
	}

	/** The platform that a request came from. */
	public Optional<PlatformId> platform(UUID request) {
		return find(request).map(DeepLinking::platform);
	}

	@EventListener
	void on(DeepLinkingRequested requested) {
		DeepLinkingSettings settings = requested.settings();
		this.jdbc.sql("""
				INSERT INTO deep_linking (id, learner, platform, deployment_id, context, return_url, accept_links,
				accept_multiple, accept_line_item, data, expires_at)
				VALUES (:id, :learner, :platform, :deployment, :context, :returnUrl, :links, :multiple, :lineItem,
				:data, :expiresAt)""")
			.param("id", requested.request())
			.param("learner", requested.learner().id().value())
			.param("platform", requested.platform().value())
			.param("deployment", requested.deploymentId())
			.param("context", value(requested.context()))
			.param("returnUrl", settings.returnUrl().toString())
			.param("links", settings.acceptLinks())
			.param("multiple", settings.acceptMultiple())
			.param("lineItem", settings.acceptLineItem())
			.param("data", settings.data())
			.param("expiresAt", at(this.clock.instant().plus(LIFE)))
			.update();
	}

	Optional<DeepLinking> find(UUID request) {
		return this.jdbc.sql("SELECT * FROM deep_linking WHERE id = :id")
			.param("id", request)
			.query(DeepLinkingRequests::deepLinking)
			.optional();
	}

	/**
	 * Whether this call, and no other, answered the request. What only the answer needed
	 * goes with it: the address carries a session key in some LMSs.
	 */
	boolean answer(DeepLinking request) {
		return this.jdbc.sql("""
				UPDATE deep_linking SET answered_at = :now, return_url = '', data = NULL
				WHERE id = :id AND answered_at IS NULL""")
			.param("now", at(this.clock.instant()))
			.param("id", request.id())
			.update() == 1;
	}

	/** Runs every ten minutes, on one node. */
	@Bean
	static RecurringTask<Void> deepLinkingRequestsTask(DeepLinkingRequests deepLinkingRequests) {
		return Tasks.recurring("deeplink.task.requests", FixedDelay.ofMinutes(10))
			.execute((instance, context) -> deepLinkingRequests.sweep());
	}

	/** Even if nobody ever places anything again. */
	void sweep() {
		this.jdbc.sql("DELETE FROM deep_linking WHERE expires_at < ?")
			.param(at(this.clock.instant().minus(MEMORY)))
			.update();
		this.jdbc.sql("UPDATE deep_linking SET return_url = '', data = NULL WHERE expires_at < ? AND return_url <> ''")
			.param(at(this.clock.instant()))
			.update();
	}

	private static DeepLinking deepLinking(ResultSet row, int number) throws SQLException {
		UUID context = row.getObject("context", UUID.class);
		return new DeepLinking(row.getObject("id", UUID.class), new LearnerId(row.getObject("learner", UUID.class)),
				new PlatformId(row.getObject("platform", UUID.class)), row.getString("deployment_id"),
				(context != null) ? new ContextId(context) : null,
				new DeepLinkingSettings(URI.create(row.getString("return_url")), row.getBoolean("accept_links"),
						row.getBoolean("accept_multiple"), row.getBoolean("accept_line_item"), row.getString("data")),
				row.getObject("expires_at", OffsetDateTime.class).toInstant(), row.getObject("answered_at") != null);
	}

	private static @Nullable UUID value(@Nullable ContextId context) {
		return (context != null) ? context.value() : null;
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * One request of course staff to place something.
	 *
	 * @param learner who it came with, and the only one who may answer it
	 * @param context the course; absent outside of one
	 */
	record DeepLinking(UUID id, LearnerId learner, PlatformId platform, String deploymentId,
			@Nullable ContextId context, DeepLinkingSettings settings, Instant expiresAt, boolean answered) {

		boolean isLate(Instant now) {
			return !now.isBefore(this.expiresAt);
		}

	}

}
