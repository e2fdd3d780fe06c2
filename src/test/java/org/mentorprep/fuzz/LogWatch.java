package org.mentorprep.fuzz;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Takes the place of all that writes the log, so that every line of it can be looked at,
 * and thousands of refusals don't fill the log of the build.
 */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final List<Appender<ILoggingEvent>> before = new ArrayList<>();

	private final List<String> lines = new ArrayList<>();

	static LogWatch begin() {
		LogWatch watch = new LogWatch();
		Iterator<Appender<ILoggingEvent>> appenders = watch.root.iteratorForAppenders();
		appenders.forEachRemaining(watch.before::add);
		watch.before.forEach(watch.root::detachAppender);
		watch.setContext(watch.root.getLoggerContext());
		watch.start();
		watch.root.addAppender(watch);
		return watch;
	}

	@Override
	protected void append(ILoggingEvent event) {
		String thrown = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
				: "";
		synchronized (this.lines) {
			this.lines
				.add(event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage() + thrown);
		}
	}

	/** What was written since it was asked last. */
	List<String> news() {
		synchronized (this.lines) {
			List<String> news = List.copyOf(this.lines);
			this.lines.clear();
			return news;
		}
	}

	@Override
	public void close() {
		this.root.detachAppender(this);
		this.before.forEach(this.root::addAppender);
		stop();
	}

}
