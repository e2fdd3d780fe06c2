package org.mentorprep.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.CloseNowException;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns whatever was thrown on the way of a request into an error page, before Tomcat
 * writes it into the log with a stack trace and with what somebody sent. What the sender
 * caused, who hung up or sent what can't be read, is a bad request; the rest is our
 * fault, and the log tells where, in a few lines and without the messages.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultFilter extends OncePerRequestFilter {

	private static final List<Class<? extends Throwable>> OF_THE_SENDER = List.of(ClientAbortException.class,
			CloseNowException.class, BadRequestException.class, EOFException.class, SocketTimeoutException.class,
			SocketException.class, InvalidParameterException.class);

	private static final int FRAMES = 6;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException | StackOverflowError ex) {
			answer(ex, request, response);
		}
	}

	private static void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (response.isCommitted()) {
			// Half a page is sent: whoever reads it must not take it for a whole one.
			throw new CloseNowException("The answer broke off");
		}
		if (isOfTheSender(thrown)) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
		response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
	}

	/**
	 * By the innermost of our frames: a call of ours to an LMS or the database may fail
	 * in the same way, and is not the sender's.
	 */
	private static boolean isOfTheSender(Throwable thrown) {
		return causes(thrown).anyMatch(
				(cause) -> OF_THE_SENDER.stream().anyMatch((type) -> type.isInstance(cause)) && isOfTheRequest(cause));
	}

	private static boolean isOfTheRequest(Throwable cause) {
		return cause instanceof InvalidParameterException || Arrays.stream(cause.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().startsWith("org.apache.catalina.connector.InputBuffer")
					|| frame.getClassName().startsWith("org.apache.catalina.connector.OutputBuffer"));
	}

	private static Stream<Throwable> causes(Throwable thrown) {
		return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(10);
	}

	/** Types and places, without any message. */
	static String trace(Throwable thrown) {
		return causes(thrown).map((cause) -> cause.getClass().getName() + places(cause))
			.collect(Collectors.joining("; caused by "));
	}

	private static String places(Throwable cause) {
		Stream<StackTraceElement> first = Arrays.stream(cause.getStackTrace()).limit(1);
		Stream<StackTraceElement> ours = Arrays.stream(cause.getStackTrace())
			.skip(1)
			.filter((frame) -> frame.getClassName().startsWith("org.mentorprep."))
			.filter((frame) -> frame.getLineNumber() > 0)
			.limit(FRAMES);
		return Stream.concat(first, ours)
			.map((frame) -> frame.getFileName() + ":" + frame.getLineNumber())
			.collect(Collectors.joining(", ", " (", ")"));
	}

}
