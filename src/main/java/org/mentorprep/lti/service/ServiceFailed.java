package org.mentorprep.lti.service;

import java.io.IOException;
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
 * A call of any service of an LMS failed. Its message is in our own words only, for a
 * reason phrase or body of the LMS may repeat a whole score, comment included; what the
 * LMS said is kept apart, shortened and cleaned by {@link LmsWords}.
 */
public class ServiceFailed extends RuntimeException {

	/** Too early, time-out of the server's own, too many requests. */
	private static final Set<Integer> LATER = Set.of(408, 425, 429);

	private final Reason reason;

	private final transient @Nullable Duration retryAfter;

	private final @Nullable String said;

	private final boolean ofPlatform;

	public ServiceFailed(Reason reason) {
		this(reason, null, null, false);
	}

	ServiceFailed(Reason reason, @Nullable String said) {
		this(reason, null, said, false);
	}

	private ServiceFailed(Reason reason, @Nullable Duration retryAfter, @Nullable String said, boolean ofPlatform) {
		super("A call of a service of the LMS failed: " + reason, null, false, false);
		this.reason = reason;
		this.retryAfter = retryAfter;
		this.said = said;
		this.ofPlatform = ofPlatform;
	}

	/**
	 * A fault of our own, before anything was sent.
	 * @param reference joins what is shown of it with the log
	 */
	public static ServiceFailed ofTool(String reference) {
		return new ServiceFailed(Reason.TOOL_FAULT, reference);
	}

	/** The same, of which is known that every call of this LMS would meet it. */
	ServiceFailed everywhere() {
		return new ServiceFailed(this.reason, this.retryAfter, this.said, true);
	}

	/** What the status of a response without success means. */
	static ServiceFailed of(ClientHttpResponse response, Clock clock) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.is3xxRedirection()) {
			return new ServiceFailed(Reason.MOVED);
		}
		if (status.value() == 401) {
			return new ServiceFailed(Reason.NOT_AUTHORIZED);
		}
		LmsWords words = LmsWords.of(response);
		if (status.value() == 500 && words.areEmptyList()) {
			return new ServiceFailed(Reason.LOCKED);
		}
		if (!status.is4xxClientError() || meansLater(status)) {
			return new ServiceFailed(Reason.TRY_LATER, retryAfter(response.getHeaders(), clock), words.sentence(),
					false);
		}
		return new ServiceFailed(refusal(status.value(), words), words.sentence());
	}

	/** What a refusal means, as far as it can be told; else that it is one. */
	private static Reason refusal(int status, LmsWords words) {
		if (words.tellOfClosedCourse()) {
			return Reason.COURSE_CLOSED;
		}
		return switch (status) {
			// Moodle says no more about a person who is not enrolled than an empty list.
			case 400 -> (words.areEmptyList() || words.tellOfPerson()) ? Reason.NOT_ACCEPTED : Reason.TURNED_DOWN;
			case 403 -> Reason.FORBIDDEN;
			case 404, 410 -> words.tellOfPerson() ? Reason.NOT_ACCEPTED : Reason.NOT_FOUND;
			case 409 -> Reason.CONFLICT;
			case 422 -> words.tellOfPerson() ? Reason.NOT_ACCEPTED : Reason.TURNED_DOWN;
			default -> Reason.TURNED_DOWN;
		};
	}

	/** For a response that says nothing but that the LMS can't do it just now. */
	static ServiceFailed later(ClientHttpResponse response, Clock clock) {
		return new ServiceFailed(Reason.TRY_LATER, retryAfter(response.getHeaders(), clock), null, false);
	}

	/** Whether a status is of the client's, but passes by itself. */
	static boolean meansLater(HttpStatusCode status) {
		return LATER.contains(status.value());
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

	/**
	 * What the LMS itself said, in one short sentence; absent if nothing can be shown.
	 */
	public @Nullable String said() {
		return this.said;
	}

	/**
	 * Whether every call of this LMS would meet the same: no token, or no connection. If
	 * not, it may be the fault of the one resource that was called.
	 */
	public boolean isOfPlatform() {
		return this.ofPlatform;
	}

	/** Why a call failed. */
	public enum Reason {

		/** The LMS takes nothing for this person, or says that it is not in order. */
		NOT_ACCEPTED,

		/** The LMS refuses it, and why can't be told (400, 405, 413, 415, 422). */
		TURNED_DOWN,

		/** The LMS says that the course is over. */
		COURSE_CLOSED,

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

		/** What the LMS names as an address can't be used as one: nothing was sent. */
		UNUSABLE_ADDRESS,

		/** The address leads on to another one (3xx), where no token is taken. */
		MOVED,

		/** Success was said by something that is no gradebook: a page, most likely. */
		UNCLEAR,

		/** The LMS answers that it can't just now, or with nothing that can be read. */
		TRY_LATER,

		/** No connection, or no response in time. The call may have had its effect. */
		UNREACHABLE,

		/** Another thread of ours is preparing the same: nothing was sent. */
		NOT_YET,

		/** A fault of our own: nothing was sent. */
		TOOL_FAULT

	}

}
