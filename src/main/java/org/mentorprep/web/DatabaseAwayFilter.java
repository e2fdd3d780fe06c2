package org.mentorprep.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with 503 and a page of its own while the database can't be had. It stands
 * before the session, which is in the database, too, and its page needs neither. Anything
 * else that fails is passed on.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAwayFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);

	private static final int RETRY_AFTER_SECONDS = 10;

	private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

	private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (response.isCommitted() || !DatabaseAway.isSaidBy(ex)) {
				throw ex;
			}
			say(ex);
			answer(request, response);
		}
	}

	private static void answer(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		response.reset();
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
		HttpServletRequest page = new PlainRequest(request);
		page.setAttribute(BusyController.AWAY, true);
		page.getRequestDispatcher(BusyController.AWAY).forward(page, response);
	}

	/** Once a minute is enough: while it lasts every request fails. */
	private void say(Exception ex) {
		long now = System.nanoTime();
		long next = this.nextLine.get();
		if (now - next >= 0 && this.nextLine.compareAndSet(next, now + BETWEEN_LINES.toNanos())) {
			log.error("The database can't be had; pages are answered with 503 until it can. First seen as {}",
					DatabaseAway.cause(ex));
		}
	}

	/** Tells a database that is away, full or closed from any other failure. */
	static final class DatabaseAway {

		private DatabaseAway() {
		}

		static boolean isSaidBy(Throwable failure) {
			return find(failure) != null;
		}

		/** Class and code only: messages quote what people sent. */
		static String cause(Throwable failure) {
			SQLException found = find(failure);
			return (found == null) ? "unknown" : found.getClass().getSimpleName() + ", SQL state " + found.getSQLState()
					+ ", code " + found.getErrorCode();
		}

		private static @Nullable SQLException find(Throwable failure) {
			Throwable each = failure;
			for (int depth = 0; each != null && depth < 20; depth++) {
				if (each instanceof SQLException sql && isAway(sql)) {
					return sql;
				}
				each = each.getCause();
			}
			return null;
		}

		/**
		 * SQL states: 08 connection, 53 resources, 57P administrator, 58 system, 90 H2.
		 */
		private static boolean isAway(SQLException sql) {
			String state = String.valueOf(sql.getSQLState());
			return sql instanceof SQLTransientConnectionException || sql instanceof SQLNonTransientConnectionException
					|| state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
					|| state.startsWith("58") || H2Closed.CODES.contains(sql.getErrorCode());
		}

	}

}
