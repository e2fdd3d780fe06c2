package org.mentorprep.deeplink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.deeplink.DeepLinkingRequests.DeepLinking;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.deeplink.PickerPage.Before;
import org.mentorprep.launch.ContextId;
import org.mentorprep.launch.Links;
import org.mentorprep.programme.Requirements;

/**
 * What a course has already. What was launched there is certain; what was only sent there
 * is not, for no LMS says whether a teacher kept it.
 */
@Repository
class Placements {

	/** Longer than a course is prepared before it begins. */
	private static final Duration MEMORY = Duration.ofDays(180);

	private final JdbcClient jdbc;

	private final Links links;

	private final Clock clock;

	Placements(JdbcClient jdbc, Links links, Clock clock) {
		this.jdbc = jdbc;
		this.links = links;
		this.clock = clock;
	}

	/**
	 * By what it opens now: a module or a programme that is gone from the pack opens
	 * another one.
	 */
	Map<Requirements, Before> in(@Nullable ContextId course, Pack pack) {
		Map<Requirements, Before> before = new HashMap<>();
		if (course != null) {
			sentTo(course, pack).forEach((what, at) -> before.put(what, new Before(null, at)));
			this.links.heldBy(course)
				.forEach((held) -> before.merge(Requirements.of(pack, held.module(), held.programme()),
						new Before(held.since(), null),
						(earlier, later) -> (earlier.heldSince() != null) ? earlier : later));
		}
		return before;
	}

	void note(DeepLinking request, Selection selection) {
		if (request.context() != null) {
			for (Module module : selection.modules()) {
				insert(request, request.context(), module.id(), null);
			}
			Programme programme = selection.programme();
			if (programme != null) {
				insert(request, request.context(), null, programme.id());
			}
		}
	}

	/** Runs every hour, on one node. */
	@Bean
	static RecurringTask<Void> placementsTask(Placements placements) {
		return Tasks.recurring("deeplink.task.placements", FixedDelay.ofHours(1))
			.execute((instance, context) -> placements.sweep());
	}

	/** By then the links know what was launched; the rest is not in the course. */
	void sweep() {
		this.jdbc.sql("DELETE FROM placement WHERE placed_at < :forgotten")
			.param("forgotten", this.clock.instant().minus(MEMORY))
			.update();
	}

	private void insert(DeepLinking request, ContextId course, @Nullable ModuleId module,
			@Nullable ProgrammeId programme) {
		this.jdbc.sql("""
				INSERT INTO placement (id, platform, context, module, programme, placed_at)
				VALUES (:id, :platform, :context, :module, :programme, :now)""")
			.param("id", UUID.randomUUID())
			.param("platform", request.platform())
			.param("context", course)
			.param("module", module)
			.param("programme", programme)
			.param("now", this.clock.instant())
			.update();
	}

	/** The latest of each stays. */
	private Map<Requirements, Instant> sentTo(ContextId course, Pack pack) {
		Map<Requirements, Instant> sent = new HashMap<>();
		this.jdbc.sql("""
				SELECT module, programme, MAX(placed_at) AS last_sent FROM placement WHERE context = :context
				GROUP BY module, programme ORDER BY last_sent""")
			.param("context", course)
			.query(Sent.class)
			.list()
			.forEach((row) -> sent.put(Requirements.of(pack, row.module(), row.programme()), row.lastSent()));
		return sent;
	}

	private record Sent(@Nullable String module, @Nullable String programme, Instant lastSent) {
	}

}
