package org.mentorprep.registration;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import org.mentorprep.platform.LmsAddresses;
import org.mentorprep.platform.LmsAddresses.RegistrationProperties;
import org.mentorprep.platform.PublicAddresses;

/**
 * The two requests of a registration. Whom they go to a stranger may have chosen: so only
 * to checked addresses, without redirects, cookies, proxies or a second try, and with
 * limits on size and time.
 */
@Component
public class LmsHttp implements DisposableBean {

	static final int SIZE_LIMIT = 128 * 1024;

	private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(3);

	private static final Timeout SILENCE_TIMEOUT = Timeout.ofSeconds(5);

	private final CloseableHttpClient client;

	private final long limitMillis;

	LmsHttp(RegistrationProperties properties, LmsAddresses addresses) {
		this.limitMillis = properties.timeLimit().toMillis();
		this.client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDnsResolver(addresses.resolver())
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(CONNECT_TIMEOUT)
					.setSocketTimeout(SILENCE_TIMEOUT)
					.build())
				.build())
			.setConnectionReuseStrategy((request, response, context) -> false)
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.build();
	}

	Answer get(URI uri) {
		return send(new HttpGet(uri));
	}

	Answer post(URI uri, String json, @Nullable String bearer) {
		HttpPost request = new HttpPost(uri);
		request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
		if (bearer != null) {
			request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + bearer);
		}
		return send(request);
	}

	/** Whoever drips a byte now and then is cut off, too. */
	private Answer send(HttpUriRequestBase request) {
		request.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
		CompletableFuture.delayedExecutor(this.limitMillis, TimeUnit.MILLISECONDS).execute(request::cancel);
		try {
			return this.client.execute(request, LmsHttp::answer);
		}
		catch (PublicAddresses.NotPublic ex) {
			throw new RegistrationRefused(RegistrationRefused.Reason.ADDRESS, "The address changed into a private one");
		}
		catch (IOException ex) {
			throw new RegistrationRefused(RegistrationRefused.Reason.UNREACHABLE, "No answer from "
					+ request.getScheme() + "://" + request.getAuthority() + ": " + ex.getClass().getSimpleName());
		}
	}

	/** The stream stays open: closing it would read all the rest of it. */
	private static Answer answer(ClassicHttpResponse response) throws IOException {
		if (response.getEntity() == null) {
			return new Answer(response.getCode(), "");
		}
		byte[] bytes = response.getEntity().getContent().readNBytes(SIZE_LIMIT + 1);
		if (bytes.length > SIZE_LIMIT) {
			throw new RegistrationRefused(RegistrationRefused.Reason.UNUSABLE,
					"The answer is larger than " + SIZE_LIMIT + " bytes");
		}
		return new Answer(response.getCode(), new String(bytes, StandardCharsets.UTF_8));
	}

	@Override
	public void destroy() throws IOException {
		this.client.close();
	}

	/** What came back, as it is: Moodle names its content types at random. */
	record Answer(int status, String body) {

		boolean isSuccess() {
			return this.status == 200 || this.status == 201;
		}

	}

}
