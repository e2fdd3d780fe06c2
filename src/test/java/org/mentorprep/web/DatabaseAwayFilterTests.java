package org.mentorprep.web;

import java.sql.SQLException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseAwayFilterTests {

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	@DisplayName("F23: rows that others hold after all tries are no fault: come again")
	void contentionSaysComeAgain() throws Exception {
		for (RuntimeException failure : new RuntimeException[] { new CannotAcquireLockException("held"),
				new QueryTimeoutException("late") }) {
			this.response.reset();
			answer(failure);
			assertThat(this.response.getHeader("Retry-After")).isEqualTo("10");
			assertThat(this.response.getForwardedUrl()).isEqualTo(BusyController.AWAY);
		}
	}

	@Test
	void otherFailuresArePassedOn() {
		for (RuntimeException failure : new RuntimeException[] { new DuplicateKeyException("twice"),
				new IllegalStateException(new SQLException("wrong", "42S02", 42102)),
				new IllegalStateException(new SQLException("general", "HY000", 50000, new NullPointerException())) }) {
			assertThatThrownBy(() -> answer(failure)).isInstanceOf(ServletException.class);
			assertThat(this.response.getHeader("Retry-After")).isNull();
		}
	}

	private void answer(RuntimeException failure) throws Exception {
		new DatabaseAwayFilter().doFilter(new MockHttpServletRequest(), this.response, (request, response) -> {
			throw new ServletException(failure);
		});
	}

}
