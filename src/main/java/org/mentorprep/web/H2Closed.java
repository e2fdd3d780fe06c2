package org.mentorprep.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the process when H2 has closed its database by itself, as it does when it can't
 * write any more: it never opens it again in this process, whatever is mended. Whoever
 * started the tool starts it again.
 */
@Component
class H2Closed implements DisposableBean {

	/**
	 * What H2 says of a database that is closed, and of a file that it can't read or
	 * write: the codes of {@code org.h2.api.ErrorCode}.
	 */
	static final Set<Integer> CODES = Set.of(50000, 90007, 90028, 90030, 90031, 90067, 90098, 90121);

	private static final Logger log = LoggerFactory.getLogger(H2Closed.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

	/** So often in a row: one failure may pass. */
	private static final int LOOKS = 3;

	private final DataSource database;

	private final ApplicationEventPublisher events;

	private final boolean h2;

	private final Runnable end;

	private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor((look) -> {
		Thread thread = new Thread(look, "h2-closed");
		thread.setDaemon(true);
		return thread;
	});

	private int closed;

	@Autowired
	H2Closed(DataSource database, ApplicationEventPublisher events, @Value("${spring.datasource.url:}") String url) {
		this(database, events, url, () -> Runtime.getRuntime().halt(1));
	}

	H2Closed(DataSource database, ApplicationEventPublisher events, String url, Runnable end) {
		this.database = database;
		this.events = events;
		this.h2 = url.startsWith("jdbc:h2:");
		this.end = end;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (this.h2) {
			this.looks.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	void look() {
		this.closed = isClosed() ? this.closed + 1 : 0;
		if (this.closed == 1) {
			AvailabilityChangeEvent.publish(this.events, this, ReadinessState.REFUSING_TRAFFIC);
		}
		if (this.closed == LOOKS) {
			log.error("The database file can't be written or was closed, most likely because the disk is full. "
					+ "The tool ends now. Make room, then start it again: what was answered is kept.");
			this.end.run();
		}
	}

	private boolean isClosed() {
		try (Connection connection = this.database.getConnection(); var statement = connection.createStatement()) {
			statement.execute("SELECT 1");
			return false;
		}
		catch (SQLException ex) {
			for (Throwable each = ex; each != null; each = each.getCause()) {
				if (each instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
					return true;
				}
			}
			return false;
		}
	}

	@Override
	public void destroy() {
		this.looks.shutdownNow();
	}

}
