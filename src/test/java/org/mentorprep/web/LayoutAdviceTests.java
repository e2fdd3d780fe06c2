package org.mentorprep.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.web.servlet.HandlerMapping;

import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.web.LayoutAdvice.Layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class LayoutAdviceTests {

	private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

	private final Library library = mock();

	private final LayoutAdvice advice = new LayoutAdvice(this.library,
			Clock.fixed(Instant.parse("2026-10-02T09:00:00Z"), ZoneOffset.UTC), ZoneId.of("Europe/London"), messages());

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void leadsToTheLinkThatTheSessionLaunched() {
		enter(CourseRole.LEARNER, ID.toString());
		assertThat(layout().link()).isEqualTo(new LinkId(ID));
	}

	@Test
	void tellsTheVersionOfTheContent() {
		enter(CourseRole.LEARNER, ID.toString());
		assertThat(layout().version()).isEqualTo("1.2.0");
	}

	@Test
	void knowsCourseStaff() {
		enter(CourseRole.STAFF, ID.toString());
		assertThat(layout().staff()).isTrue();
	}

	@Test
	void leadsNowhereInALinkThatTheSessionNeverLaunched() {
		enter(CourseRole.LEARNER, "00000000-0000-0000-0000-000000000009");
		assertThat(layout().link()).isNull();
	}

	@Test
	void leadsNowhereIfThePathNamesNoLink() {
		enter(CourseRole.LEARNER, "no-link");
		assertThat(layout().link()).isNull();
	}

	@Test
	void leadsNowhereOutsideOfALaunch() {
		assertThat(layout().link()).isNull();
	}

	@Test
	void opensNoSession() {
		enter(CourseRole.LEARNER, ID.toString());
		layout();
		assertThat(this.request.getSession(false)).isNull();
	}

	@Test
	void saysTheYearOnlyWhenItIsNotThisOne() {
		assertThat(List.of(layout().dates().day(Instant.parse("2026-09-21T15:42:00Z")),
				layout().dates().day(Instant.parse("2025-12-31T12:00:00Z"))))
			.containsExactly("21 September", "31 December 2025");
	}

	@Test
	void saysTimesAsTheClocksOfTheMentorsShowThem() {
		assertThat(layout().dates().moment(Instant.parse("2026-09-21T15:42:00Z"))).isEqualTo("21 September, 16.42");
	}

	private Layout layout() {
		return this.advice.layout(this.request, Locale.UK);
	}

	private void enter(CourseRole role, String link) {
		given(this.library.current()).willReturn(new Pack(new PackVersionId(ID), "mentor-prep", "1.2.0",
				"Preparing to mentor", List.of(), Map.of(), Map.of()));
		LaunchedUser user = new LaunchedUser(new PersonId(ID), new LearnerId(ID), null, "http://127.0.0.1:9000",
				Map.of(new LinkId(ID), role), Set.of());
		this.request.setUserPrincipal(new TestingAuthenticationToken(user, ""));
		this.request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("link", link));
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
