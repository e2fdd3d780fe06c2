package org.mentorprep.lti.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A call of any service of an LMS failed. Says why in our own words only: a reason phrase
 * or body of the LMS may repeat a whole score, comment included.
 */
public class ServiceFailed extends RuntimeException {

	/** What Moodle writes where it can't write a reason. */
	private static final String EMPTY_LIST = "[]";

	/** Too early, time-out of the server's own, too many requests. */
	private static final Set<Integer> LATER = Set.of(408, 425, 429);

	private final Reason reason;

	private final transient @Nullable Duration retryAfter;

	public ServiceFailed(Reason reason) {
		this(reason, null);
	}

	ServiceFailed(Reason reason, @Nullable Duration retryAfter) {
		super("A call of a service of the LMS failed: " + reason, null, false, false);
		this.reason = reason;
		this.retryAfter = retryAfter;
	}

	/** What the status of a response without success means. */
	static ServiceFailed of(ClientHttpResponse response, Clock clock) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.value() == 500 && saysEmptyList(response)) {
			return new ServiceFailed(Reason.LOCKED);
		}
		if (!status.is4xxClientError() || meansLater(status)) {
			return later(response, clock);
		}
		return new ServiceFailed(switch (status.value()) {
			case 401 -> Reason.NOT_AUTHORIZED;
			case 403 -> Reason.FORBIDDEN;
			case 404, 410 -> Reason.NOT_FOUND;
			case 409 -> Reason.CONFLICT;
			default -> Reason.NOT_ACCEPTED;
		});
	}

	/** For a response that says nothing but that the LMS can't do it just now. */
	static ServiceFailed later(ClientHttpResponse response, Clock clock) {
		return new ServiceFailed(Reason.TRY_LATER, retryAfter(response.getHeaders(), clock));
	}

	/** Whether a status is of the client's, but passes by itself. */
	static boolean meansLater(HttpStatusCode status) {
		return LATER.contains(status.value());
	}

	static boolean saysEmptyList(ClientHttpResponse response) throws IOException {
		byte[] start = response.getBody().readNBytes(16);
		return EMPTY_LIST.equals(new String(start, StandardCharsets.UTF_8).strip());
	}

	/** Both forms of Retry-After (RFC 9110, section 10.2.3); absent if unreadable. */
	private static @Nullable Duration retryAfter(HttpHeaders headers, Clock clock) {
		String text = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (text == null) {
			return null;
		}
		try {
			Duration after = text.strip().matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text.strip()))
					: Duration.between(clock.instant(),
							ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			return after.isNegative() ? null : after;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	public Reason reason() {
		return this.reason;
	}

	/** How long the LMS wants no calls; absent if it does not say so. */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/** Why a call failed. */
	public enum Reason {

		/** The LMS does not accept what was sent (400, 422). */
		NOT_ACCEPTED,

		/** The LMS accepted neither of two access tokens (401). */
		NOT_AUTHORIZED,

		/** The tool may not use this resource (403). */
		FORBIDDEN,

		/** The resource is gone (404, 410). */
		NOT_FOUND,

		/** The LMS has something that is not older in whole seconds (409). */
		CONFLICT,

		/** Course staff locked the resource: Moodle's 500 with an empty list. */
		LOCKED,

		/** The LMS gives the tool no access token. */
		NO_TOKEN,

		/** The LMS gives access tokens, but not for these scopes. */
		SCOPE_MISSING,

		/** The address is not on a host of the LMS: nothing was sent. */
		FOREIGN_ADDRESS,

		/** The LMS answers that it can't just now, or with nothing that can be read. */
		TRY_LATER,

		/** No connection, or no response in time. The call may have had its effect. */
		UNREACHABLE

	}

}
