package org.mentorprep.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.launch.Refusals;
import org.mentorprep.launch.Refusals.Refusal;
import org.mentorprep.platform.ClientNetwork;
import org.mentorprep.platform.Reference;

/**
 * Shows one page for each kind of error, with a reference by which its cause is found in
 * the log, and on the operator's page of refusals.
 */
@Controller
class ErrorPageController implements ErrorController {

	private static final Logger log = LoggerFactory.getLogger(ErrorPageController.class);

	private static final Map<Integer, String> MESSAGE_KEYS = Map.of(400, "web.error.bad-request", 401,
			"web.error.session-ended", 403, "web.error.forbidden", 404, "web.error.not-found", 405, "web.error.method",
			409, "web.error.conflict", 500, "web.error.broken");

	private static final List<String> AREAS = List.of("/links/", "/course/", "/operator", "/deeplink/", "/lti/login",
			"/lti/launch", "/lti/register", "/.well-known/", "/actuator/", "/css/", "/js/", "/fonts/", "/images/",
			"/webjars/");

	/** Fields in which people write. */
	private static final List<String> TYPED = List.of("words", "thought");

	private final Refusals refusals;

	private final Clock clock;

	ErrorPageController(Refusals refusals, Clock clock) {
		this.refusals = refusals;
		this.clock = clock;
	}

	@RequestMapping("/error")
	ModelAndView show(HttpServletRequest request) {
		HttpStatus status = status(request);
		String path = path(request);
		boolean underLink = path.startsWith("/links/");
		boolean closed = underLink && (status == HttpStatus.UNAUTHORIZED || status == HttpStatus.FORBIDDEN);
		Reference reference = Reference.fresh();
		if (status.is5xxServerError()) {
			log.error("Reference {}: status {} at {}: {}", reference, status.value(), area(path), fault(request));
		}
		else {
			log.info("Reference {}: status {} at {}", reference, status.value(), area(path));
		}
		if (!isOfTheDatabase(request)) {
			keep(reference, status, messageKey(status, underLink), request);
		}
		ModelAndView page = new ModelAndView("web/error", status);
		page.addObject("page",
				new ErrorPage(messageKey(status, underLink), closed ? typed(request) : List.of(), reference.value()));
		return page;
	}

	private void keep(Reference reference, HttpStatus status, String messageKey, HttpServletRequest request) {
		this.refusals.keep(
				new Refusal(reference.value(), this.clock.instant(), Refusal.ERROR_PAGE + status.value(), messageKey,
						null, "Status " + status.value(), legible(path(request)), null),
				ClientNetwork.of(request.getRemoteAddr()));
	}

	/** Then nothing can be kept, and whoever waits has waited once already. */
	private static boolean isOfTheDatabase(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
				&& Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
					.anyMatch(SQLException.class::isInstance);
	}

	/** Of what failed, or of what a filter refused and passed on. */
	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return String.valueOf((failed != null) ? failed : request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
	}

	private static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer value) ? HttpStatus.resolve(value) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static String messageKey(HttpStatus status, boolean underLink) {
		if (status == HttpStatus.FORBIDDEN && underLink) {
			return "web.error.not-open";
		}
		String otherwise = status.is4xxClientError() ? "web.error.bad-request" : "web.error.broken";
		return MESSAGE_KEYS.getOrDefault(status.value(), otherwise);
	}

	/**
	 * What somebody wrote, so that it can be copied. What was only ticked is left out.
	 */
	private static List<String> typed(HttpServletRequest request) {
		return TYPED.stream()
			.flatMap((field) -> Stream.ofNullable(request.getParameterValues(field)).flatMap(Arrays::stream))
			.filter((value) -> !value.isBlank())
			.toList();
	}

	/** The path is anybody's text: the log gets no more of it than what is ours. */
	private static String area(String path) {
		return AREAS.stream().filter(path::startsWith).findFirst().orElse("another address");
	}

	/** For the operator, who looks for what somebody was told: without its query. */
	private static String legible(String path) {
		String line = path.split("[;?]", 2)[0].replaceAll("[^\\x21-\\x7e]", "?");
		return (line.length() <= 200) ? line : line.substring(0, 200);
	}

	private static String fault(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown)
				? FaultFilter.trace(thrown) : "";
	}

	/**
	 * What an error page says.
	 *
	 * @param messageKey {@code .title} and {@code .text} follow it
	 * @param typed what somebody had typed or chosen and would otherwise lose
	 * @param reference joins the page with the log
	 */
	public record ErrorPage(String messageKey, List<String> typed, String reference) {

		public ErrorPage {
			typed = List.copyOf(typed);
		}

	}

}
