package org.mentorprep.lti.service;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** The one way in which services of an LMS are called. */
final class ServiceHttp {

	private ServiceHttp() {
	}

	/**
	 * Time-outs on everything, no redirects (they could lead a token to another host),
	 * HTTP/1.1 because an upgrade header confuses some proxies in front of an LMS.
	 */
	static ClientHttpRequestFactory requests(ServiceProperties properties) {
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(properties.readTimeout());
		return requests;
	}

	/** Both forms of Retry-After (RFC 9110, section 10.2.3); absent if unreadable. */
	static @Nullable Duration retryAfter(HttpHeaders headers, Clock clock) {
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

}
