package org.mentorprep.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Bounds how fast the log grows, whoever writes to it and whatever strangers send: so
 * many lines a minute from each logger. The others are counted, and the next line that is
 * written says how many were left out. What an operator turns on beyond INFO is not
 * limited.
 */
public final class LogLimit extends TurboFilter {

	/** A stack trace counts as so many lines. */
	private static final int STACK_TRACE = 5;

	private static final org.slf4j.Logger log = LoggerFactory.getLogger(LogLimit.class);

	private final int linesPerMinute;

	/** By the names of loggers, which stand in the code. */
	private final Map<String, Source> sources = new ConcurrentHashMap<>();

	public LogLimit(int linesPerMinute) {
		this.linesPerMinute = linesPerMinute;
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable thrown) {
		boolean isQuestion = format == null && thrown == null;
		if (isQuestion || !level.isGreaterOrEqual(Level.INFO) || !level.isGreaterOrEqual(logger.getEffectiveLevel())
				|| logger.getName().equals(log.getName())) {
			return FilterReply.NEUTRAL;
		}
		Source source = this.sources.computeIfAbsent(logger.getName(), (name) -> new Source(this.linesPerMinute));
		if (!source.bucket().tryConsume((thrown != null) ? Math.min(STACK_TRACE, this.linesPerMinute) : 1)) {
			source.leftOut().incrementAndGet();
			return FilterReply.DENY;
		}
		long leftOut = source.leftOut().getAndSet(0);
		if (leftOut > 0) {
			log.warn("{} lines of {} were left out: it writes more than {} a minute", leftOut, logger.getName(),
					this.linesPerMinute);
		}
		return FilterReply.NEUTRAL;
	}

	/** Takes itself out of the log. */
	@Override
	public void stop() {
		super.stop();
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
			loggers.getTurboFilterList().remove(this);
		}
	}

	/** What one logger may still write. */
	private record Source(Bucket bucket, AtomicLong leftOut) {

		Source(int linesPerMinute) {
			this(Bucket.builder()
				.addLimit((limit) -> limit.capacity(linesPerMinute).refillGreedy(linesPerMinute, Duration.ofMinutes(1)))
				.withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
				.build(), new AtomicLong());
		}

	}

}
