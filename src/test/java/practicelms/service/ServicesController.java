package practicelms.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.util.StreamUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Finds the resource for a call as Moodle's services.php does: by path and by one exact
 * media type. Spring's own content negotiation would be far too kind.
 */
@Controller
class ServicesController {

	private static final String ROOT = "/services.php";

	/** Longer than a tool waits that was told to be impatient. */
	private static final int LATE = 1500;

	private final List<Resource> resources;

	private final Faults faults;

	private final Received received;

	private final JsonMapper json;

	ServicesController(List<Resource> resources, Faults faults, Received received, JsonMapper json) {
		this.resources = resources;
		this.faults = faults;
		this.received = received;
		this.json = json;
	}

	@RequestMapping(ROOT + "/**")
	void handle(HttpServletRequest servletRequest, HttpServletResponse response) throws IOException {
		ServiceRequest request = read(servletRequest);
		Faults.Mishap mishap = request.path().endsWith("/scores") ? this.faults.mishap().orElse(null) : null;
		if (mishap == Faults.Mishap.LATE) {
			dawdle();
		}
		ServiceAnswer answer = answer(request, mishap);
		if (request.path().endsWith("/scores")) {
			this.received.add(new ReceivedScore(servletRequest.getRequestURI(), headers(servletRequest), request.body(),
					answer.status()));
		}
		if (mishap == Faults.Mishap.CUT_OFF) {
			// More is promised than comes.
			response.setContentLength(1000);
			response.flushBuffer();
			return;
		}
		if (request.path().endsWith("/memberships")) {
			this.received.add(new Received.MembersCall(url(servletRequest), headers(servletRequest), answer.status()));
		}
		write(answer, request, response);
	}

	private static @Nullable ServiceAnswer stopped(Faults.Mishap mishap) {
		return switch (mishap) {
			case UNAVAILABLE -> new ServiceAnswer(503, "text/html", "<h1>Service Unavailable</h1>", "");
			case UNAUTHORIZED -> ServiceAnswer.error(401, "Unauthorized");
			case CONFLICT -> ServiceAnswer.emptyList(409, "application/vnd.ims.lis.v1.score+json");
			case LATE, CUT_OFF -> null;
		};
	}

	private static void dawdle() {
		try {
			TimeUnit.MILLISECONDS.sleep(LATE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private ServiceAnswer answer(ServiceRequest request, Faults.@Nullable Mishap mishap) {
		ServiceAnswer stopped = (mishap != null) ? stopped(mishap) : null;
		if (stopped != null) {
			return stopped;
		}
		if (this.faults.close(request.path())) {
			return new ServiceAnswer(503, "text/html", "<h1>Service Unavailable</h1>", "");
		}
		Optional<ServiceAnswer> broken = this.faults.ofLineItem(request.path());
		if (broken.isPresent()) {
			return broken.get();
		}
		for (Resource resource : this.resources) {
			Matcher matcher = resource.path().matcher(request.path());
			if (matcher.matches() && isFoundBy(resource, request)) {
				return execute(resource, request.withIds(groups(matcher)));
			}
		}
		return ServiceAnswer.error(400, "No handler found for " + request.method() + " " + request.path());
	}

	private static boolean isFoundBy(Resource resource, ServiceRequest request) {
		String type = request.mediaType();
		if (request.isGet()) {
			return type == null || type.contains("*/*") || resource.formats().contains(type);
		}
		return "DELETE".equals(request.method()) || resource.formats().contains(type);
	}

	private static ServiceAnswer execute(Resource resource, ServiceRequest request) {
		if (!resource.methods().contains(request.method())) {
			return ServiceAnswer.error(405, "Method Not Allowed");
		}
		try {
			return resource.execute(request);
		}
		catch (ServiceRefused ex) {
			return ServiceAnswer.error(ex.status(), ex.getMessage());
		}
	}

	private static List<String> groups(Matcher matcher) {
		List<String> ids = new ArrayList<>();
		for (int i = 1; i <= matcher.groupCount(); i++) {
			ids.add(matcher.group(i));
		}
		return ids;
	}

	private static ServiceRequest read(HttpServletRequest request) throws IOException {
		boolean get = "GET".equals(request.getMethod());
		String type = get ? joined(request, "Accept")
				: Optional.ofNullable(request.getContentType())
					.map((value) -> value.split(";", 2)[0].trim())
					.orElse(null);
		Map<String, String> query = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
		String body = StreamUtils.copyToString(request.getInputStream(), StandardCharsets.UTF_8);
		return new ServiceRequest(request.getMethod(), request.getRequestURI().substring(ROOT.length()),
				StringUtils.hasText(type) ? type : null, query, request.getHeader("Authorization"), body, List.of());
	}

	/** By the host that was called, which need not be ours. */
	private static String url(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURL() + ((query != null) ? "?" + query : "");
	}

	private static @Nullable String joined(HttpServletRequest request, String name) {
		List<String> values = Collections.list(request.getHeaders(name));
		return values.isEmpty() ? null : String.join(", ", values);
	}

	private static Map<String, String> headers(HttpServletRequest request) {
		Map<String, String> headers = new TreeMap<>();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
		return headers;
	}

	private void write(ServiceAnswer answer, ServiceRequest request, HttpServletResponse response) throws IOException {
		response.setStatus(answer.status());
		if (answer.next() != null) {
			response.setHeader("Link", "<" + answer.next() + ">; rel=\"next\"");
		}
		String body = answer.body();
		String type = answer.mediaType();
		if (body.isEmpty() && answer.status() >= 400) {
			body = errorBody(answer, request);
			type = "application/json";
		}
		if (!body.isEmpty()) {
			response.setContentType(type + "; charset=utf-8");
			response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
		}
	}

	private String errorBody(ServiceAnswer answer, ServiceRequest request) {
		Map<String, Object> asked = new LinkedHashMap<>();
		asked.put("method", request.method());
		asked.put("url", ROOT + request.path());
		asked.put(request.isGet() ? "accept" : "contentType", request.mediaType());
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("status", answer.status());
		error.put("reason", answer.reason());
		error.put("request", asked);
		return this.json.writeValueAsString(error);
	}

}
