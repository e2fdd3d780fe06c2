package org.mentorprep.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.WayBack;
import org.mentorprep.library.Library;

/**
 * Adds the layout's data to the model of every page. Reads the session if there is one
 * and never opens one.
 */
@ControllerAdvice
class LayoutAdvice {

	private final Library library;

	private final Clock clock;

	private final ZoneId zone;

	private final MessageSource messages;

	LayoutAdvice(Library library, Clock clock, @Value("${mentorprep.time-zone}") ZoneId zone, MessageSource messages) {
		this.library = library;
		this.clock = clock;
		this.zone = zone;
		this.messages = messages;
	}

	@ModelAttribute("layout")
	Layout layout(HttpServletRequest request, Locale locale) {
		Dates dates = new Dates(this.clock, this.zone, this.messages, locale);
		LinkId link = launchedLink(request, pathLink(request)).orElse(null);
		if (link == null) {
			return new Layout(null, null, false, wayBack(request), dates);
		}
		boolean staff = user(request).flatMap((user) -> user.roleIn(link)).filter(CourseRole.STAFF::equals).isPresent();
		return new Layout(link, this.library.current().version(), staff, wayBack(request), dates);
	}

	/** The link, if this session launched it. */
	private static Optional<LinkId> launchedLink(HttpServletRequest request, Optional<LinkId> link) {
		return link.flatMap((of) -> user(request).flatMap((user) -> user.roleIn(of)).map((role) -> of));
	}

	/**
	 * On a page that says what went wrong, too: on a telephone the LMS gives us the whole
	 * window, and there may be no other way back.
	 */
	private static @Nullable String wayBack(HttpServletRequest request) {
		Optional<LinkId> link = pathLink(request)
			.or(() -> Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
				.flatMap((failed) -> LinkId.ofPath(failed.toString())));
		return launchedLink(request, link).flatMap((of) -> WayBack.from(of, request)).map(URI::toString).orElse(null);
	}

	private static Optional<LaunchedUser> user(HttpServletRequest request) {
		return LaunchedUser.of((Authentication) request.getUserPrincipal());
	}

	private static Optional<LinkId> pathLink(HttpServletRequest request) {
		if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)) {
			return Optional.empty();
		}
		return LinkId.find((String) variables.get("link"));
	}

	/**
	 * What the layout needs around every page.
	 *
	 * @param link the link that the page belongs to; absent on pages outside of a link,
	 * whose layout then links nowhere
	 * @param version current version of the content; absent without a link
	 * @param staff whether the user is course staff: some sentences differ for them
	 * @param wayBack where the LMS wants its users back; absent if it didn't say
	 * @param dates formats days and times
	 */
	record Layout(@Nullable LinkId link, @Nullable String version, boolean staff, @Nullable String wayBack,
			Dates dates) {

		/** The menu of the operator's pages. */
		public List<OperatorMenu> operatorMenu() {
			return List.of(OperatorMenu.values());
		}

	}

}
