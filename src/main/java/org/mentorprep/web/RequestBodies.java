package org.mentorprep.web;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.mentorprep.platform.ClientNetwork;

/**
 * Puts a {@link RequestBody} before every body, at the outermost place in Tomcat that
 * knows the client's address. Tomcat itself waits for a body as long as a byte comes now
 * and then, also for one that it only throws away.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RequestBodies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	/** Of a thousand form fields the longest text takes a tenth. */
	static final long LARGEST = 1024 * 1024;

	/** A launch of a large LMS is 10 KB. */
	static final long LARGEST_LAUNCH = 128 * 1024;

	/** A file that is too large is refused in a sentence, see the multipart limits. */
	private static final long LARGEST_UPLOAD = 14L * 1024 * 1024;

	/** For the whole body, slow mobile networks included. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** 5 MB at half a megabit a second. */
	private static final Duration UPLOAD_PATIENCE = Duration.ofSeconds(90);

	private static final String PROBES = "/actuator/health/";

	private final NetworkShares waiting;

	private final NetworkShares shortly;

	private final NetworkShares atWork;

	/**
	 * A quarter of the threads may wait for bodies, a twentieth for one network's; and
	 * whatever one network keeps them waiting with, responses that it does not take
	 * included, a quarter stays free for others.
	 */
	RequestBodies(@Value("${server.tomcat.threads.max:200}") int threads,
			@Value("${mentorprep.limits.enabled:true}") boolean limited) {
		this.atWork = new NetworkShares(limited ? threads * 3 / 4 : threads, threads);
		this.shortly = new NetworkShares(threads / 4, threads / 2);
		this.waiting = new NetworkShares(threads / 20, threads / 4);
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		factory.addEngineValves(new BodyValve());
	}

	private RequestBody body(Request request) {
		String path = path(request);
		boolean upload = UploadFilter.UPLOADS.equals(path);
		long largest = upload ? LARGEST_UPLOAD : isLti(path) ? LARGEST_LAUNCH : LARGEST;
		return new RequestBody(request.getCoyoteRequest(), this.shortly, this.waiting,
				ClientNetwork.of(String.valueOf(request.getRemoteAddr())), largest,
				upload ? UPLOAD_PATIENCE : PATIENCE);
	}

	/** Empty for an address that Tomcat itself refuses. */
	private static String path(Request request) {
		String path = request.getServletPath();
		return (path != null) ? path : "";
	}

	private static boolean isLti(String path) {
		return path.startsWith("/lti/");
	}

	private final class BodyValve extends ValveBase {

		BodyValve() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			String network = ClientNetwork.of(String.valueOf(request.getRemoteAddr()));
			if (path(request).startsWith(PROBES)) {
				getNext().invoke(request, response);
			}
			else if (RequestBodies.this.atWork.take(network)) {
				try {
					invokeWithBody(request, response);
				}
				finally {
					RequestBodies.this.atWork.giveBack(network);
				}
			}
			else {
				// No page: to write it could take a thread, too.
				request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
			}
		}

		private void invokeWithBody(Request request, Response response) throws IOException, ServletException {
			if (!hasBody(request.getCoyoteRequest())) {
				getNext().invoke(request, response);
				return;
			}
			RequestBody body = body(request);
			request.getCoyoteRequest().setInputBuffer(body);
			request.setAttribute(RequestBody.class.getName(), body);
			try {
				getNext().invoke(request, response);
				finish(body, request, response);
			}
			finally {
				body.close();
			}
		}

		private static boolean hasBody(org.apache.coyote.Request request) {
			return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
		}

		/** The response goes first. What can't be thrown away ends the connection. */
		private static void finish(RequestBody body, Request request, Response response) throws IOException {
			if (!body.isRead()) {
				response.finishResponse();
				if (!body.discard(LARGEST_UPLOAD, PATIENCE)) {
					request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
				}
			}
		}

	}

}
