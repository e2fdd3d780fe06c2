package org.mentorprep.launch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;

import org.mentorprep.platform.PlatformId;

import practicelms.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** How long a session keeps the role that a launch gave. */
class LaunchSessionsTests {

	private static final LinkId LINK = new LinkId(UUID.randomUUID());

	private static final LinkId BESIDE = new LinkId(UUID.randomUUID());

	private static final LinkId ELSEWHERE = new LinkId(UUID.randomUUID());

	private final MovableClock clock = new MovableClock();

	private final Links links = mock();

	private final LaunchSessions sessions = new LaunchSessions(this.links, this.clock);

	private final MockHttpSession session = new MockHttpSession();

	LaunchSessionsTests() {
		given(this.links.beside(any())).willReturn(Set.of());
		given(this.links.beside(BESIDE)).willReturn(Set.of(LINK, BESIDE));
	}

	@Test
	void staffAreStaffUntilTheirEighthHour() {
		launch(LINK, CourseRole.STAFF);
		this.clock.forward(Duration.ofHours(8).minusSeconds(1));
		assertThat(roles()).containsEntry(LINK, CourseRole.STAFF);
	}

	@Test
	void staffAreStaffNoMoreAfterEightHoursHoweverBusyTheyAre() {
		launch(LINK, CourseRole.STAFF);
		for (int hour = 0; hour < 8; hour++) {
			this.clock.forward(Duration.ofHours(1));
			roles();
		}
		assertThat(roles()).isEmpty();
	}

	@Test
	void launchMakesStaffAnew() {
		launch(LINK, CourseRole.STAFF);
		this.clock.forward(Duration.ofHours(7));
		launch(LINK, CourseRole.STAFF);
		this.clock.forward(Duration.ofHours(7));
		assertThat(roles()).containsEntry(LINK, CourseRole.STAFF);
	}

	@Test
	void mentorsKeepTheirWork() {
		launch(LINK, CourseRole.LEARNER);
		this.clock.forward(Duration.ofDays(1));
		assertThat(roles()).containsEntry(LINK, CourseRole.LEARNER);
	}

	@Test
	void launchAsLearnerEndsStaffInTheWholeCourse() {
		launch(LINK, CourseRole.STAFF);
		launch(BESIDE, CourseRole.LEARNER);
		assertThat(roles()).containsExactly(Map.entry(BESIDE, CourseRole.LEARNER));
	}

	@Test
	void launchAsLearnerLeavesStaffOfOtherCoursesAlone() {
		launch(ELSEWHERE, CourseRole.STAFF);
		launch(BESIDE, CourseRole.LEARNER);
		assertThat(roles()).containsEntry(ELSEWHERE, CourseRole.STAFF);
	}

	@Test
	void launchAsStaffLeavesStaffBesideAlone() {
		launch(LINK, CourseRole.STAFF);
		launch(BESIDE, CourseRole.STAFF);
		assertThat(roles()).containsOnlyKeys(LINK, BESIDE);
	}

	@Test
	void mentorOfASessionThatKeptNamesOfRolesIsAMentorStill() {
		launch(BESIDE, CourseRole.LEARNER);
		this.session.setAttribute(CourseRole.class.getName() + ":" + LINK, "LEARNER");
		assertThat(roles()).containsEntry(LINK, CourseRole.LEARNER);
	}

	@Test
	void staffOfASessionThatKeptNamesOfRolesComeInAnew() {
		launch(BESIDE, CourseRole.LEARNER);
		this.session.setAttribute(CourseRole.class.getName() + ":" + LINK, "STAFF");
		assertThat(roles()).doesNotContainKey(LINK);
	}

	private void launch(LinkId link, CourseRole role) {
		LaunchedUser user = new LaunchedUser(new PersonId(new UUID(0, 1)), new LearnerId(new UUID(0, 2)), null,
				"https://lms.example", Map.of(link, role), Set.of());
		LaunchAuthentication launched = new LaunchAuthentication(new PlatformId(new UUID(0, 3)), user, "/", null);
		this.sessions.saveContext(new SecurityContextImpl(launched), request(), new MockHttpServletResponse());
	}

	private Map<LinkId, CourseRole> roles() {
		return LaunchedUser.of(this.sessions.loadDeferredContext(request()).get().getAuthentication())
			.orElseThrow()
			.roles();
	}

	private MockHttpServletRequest request() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(this.session);
		return request;
	}

}
