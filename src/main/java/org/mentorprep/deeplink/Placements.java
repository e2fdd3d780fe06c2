package org.mentorprep.deeplink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mentorprep.content.Pack;
import org.mentorprep.deeplink.DeepLinkingRequests.DeepLinking;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.deeplink.PickerPage.Before;
import org.mentorprep.launch.ContextId;
import org.mentorprep.launch.Links;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;

/**
 * What a course has already: for certain if it was launched there, and else perhaps, for
 * whether a teacher kept what was sent nobody tells us.
 */
@Component
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
	 * By what it opens now: what names a module or a programme that is gone opens another
	 * one.
	 */
	Map<Requirements, Before> in(@Nullable ContextId course, Pack pack) {
		Map<Requirements, Before> before = new HashMap<>();
		if (course != null) {
			sentTo(course, pack).forEach((what, at) -> before.put(what, new Before(null, at)));
			this.links.heldBy(course)
				.forEach((held) -> before.merge(Programmes.asked(pack, held.module(), held.programme()),
						new Before(held.since(), null),
						(earlier, later) -> (earlier.heldSince() != null) ? earlier : later));
		}
		return before;
	}

	void note(DeepLinking request, Selection selection) {
		if (request.context() != null) {
			selection.modules().forEach((module) -> insert(request, request.context(), module.id().value(), null));
			if (selection.programme() != null) {
				insert(request, request.context(), null, selection.programme().id().value());
			}
		}
	}

	/** Runs every hour, on one node. */
	@Bean
	static RecurringTask<Void> placementsTask(Placements placements) {
		return Tasks.recurring("deeplink.task.placements", FixedDelay.ofHours(1))
			.execute((instance, context) -> placements.sweep());
	}

	/** What was launched since the links know, and what was not is not there. */
	void sweep() {
		this.jdbc.sql("DELETE FROM placement WHERE placed_at < ?")
			.param(this.clock.instant().minus(MEMORY).atOffset(ZoneOffset.UTC))
			.update();
	}

	private void insert(DeepLinking request, ContextId course, @Nullable String module, @Nullable String programme) {
		this.jdbc.sql("""
				INSERT INTO placement (id, platform, context, module, programme, placed_at)
				VALUES (:id, :platform, :context, :module, :programme, :now)""")
			.param("id", UUID.randomUUID())
			.param("platform", request.platform().value())
			.param("context", course.value())
			.param("module", module)
			.param("programme", programme)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** The latest of each stays. */
	private Map<Requirements, Instant> sentTo(ContextId course, Pack pack) {
		Map<Requirements, Instant> sent = new HashMap<>();
		this.jdbc.sql("""
				SELECT module, programme, MAX(placed_at) AS last_sent FROM placement WHERE context = :context
				GROUP BY module, programme ORDER BY last_sent""").param("context", course.value()).query((row) -> {
			sent.put(Programmes.asked(pack, row.getString("module"), row.getString("programme")),
					row.getObject("last_sent", OffsetDateTime.class).toInstant());
		});
		return sent;
	}

}
