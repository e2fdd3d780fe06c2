package org.mentorprep.deeplink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.mentorprep.content.Module;
import org.mentorprep.deeplink.PickerPage.Before;
import org.mentorprep.launch.ContextId;
import org.mentorprep.launch.Links;

/**
 * What a course has already: for certain if it was launched there, and else perhaps, for
 * whether a teacher kept what was sent nobody tells us.
 */
@Component
class PlacedBefore {

	/** Stands for the whole programme where others have the id of a module. */
	static final String PROGRAMME = "";

	/** Longer than a course is prepared before it begins. */
	private static final Duration MEMORY = Duration.ofDays(180);

	private final JdbcClient jdbc;

	private final Links links;

	private final Clock clock;

	PlacedBefore(JdbcClient jdbc, Links links, Clock clock) {
		this.jdbc = jdbc;
		this.links = links;
		this.clock = clock;
	}

	/** By module id; the programme under {@link #PROGRAMME}. */
	Map<String, Before> in(@Nullable ContextId course) {
		Map<String, Before> before = new HashMap<>();
		if (course != null) {
			sentTo(course).forEach((what, at) -> before.put(what, new Before(null, at)));
			this.links.heldBy(course).forEach((what, since) -> before.put(what, new Before(since, null)));
		}
		return before;
	}

	void note(DeepLinking request, Selection selection) {
		List<String> modules = selection.modules().stream().map(Module::id).map(Object::toString).toList();
		if (request.context() != null) {
			Stream.concat(modules.stream(), selection.programme() ? Stream.of(PROGRAMME) : Stream.empty())
				.forEach((what) -> insert(request, request.context(), what));
		}
	}

	/** What was launched since the links know, and what was not is not there. */
	@Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void sweep() {
		this.jdbc.sql("DELETE FROM placement WHERE placed_at < ?")
			.param(this.clock.instant().minus(MEMORY).atOffset(ZoneOffset.UTC))
			.update();
	}

	private void insert(DeepLinking request, ContextId course, String what) {
		this.jdbc.sql("""
				INSERT INTO placement (id, platform, context, module, placed_at)
				VALUES (:id, :platform, :context, :module, :now)""")
			.param("id", UUID.randomUUID())
			.param("platform", request.platform().value())
			.param("context", course.value())
			.param("module", what.equals(PROGRAMME) ? null : what)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private Map<String, Instant> sentTo(ContextId course) {
		Map<String, Instant> sent = new HashMap<>();
		this.jdbc
			.sql("SELECT module, MAX(placed_at) AS last_sent FROM placement WHERE context = :context GROUP BY module")
			.param("context", course.value())
			.query((row) -> {
				String module = row.getString("module");
				sent.put((module != null) ? module : PROGRAMME,
						row.getObject("last_sent", OffsetDateTime.class).toInstant());
			});
		return sent;
	}

}
