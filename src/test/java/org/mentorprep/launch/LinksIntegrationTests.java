package org.mentorprep.launch;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.lti.message.LtiMessage.CourseContext;
import org.mentorprep.lti.message.LtiMessage.Gradebook;
import org.mentorprep.lti.message.LtiMessage.LtiUser;
import org.mentorprep.lti.message.LtiMessage.ResourceLink;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.lti.message.Roles;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What other packages find of those who were launched. */
@IntegrationTest
@Tag("sql")
class LinksIntegrationTests {

	private static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

	private static final URI LINE_ITEM = URI.create("https://lms.example/1/lineitem?type_id=1");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private LaunchRecorder recorder;

	@Autowired
	private Links links;

	@Autowired
	private Learners learners;

	@Autowired
	private TransactionTemplate transaction;

	private TestPlatform platform;

	@BeforeEach
	void register() {
		this.platform = TestPlatform.register(this.jdbc);
	}

	@AfterEach
	void close() {
		this.platform.close();
	}

	@Test
	void linkIsAsItsLaunchDescribedIt() {
		Link link = launch("link-1", "Learner", new Gradebook(Set.of(SCORE), LINE_ITEM)).link();
		assertThat(this.links.find(link.id())).contains(link);
	}

	@Test
	void lastLaunchOfALinkWins() {
		launch("link-1", "Learner", new Gradebook(Set.of(SCORE), LINE_ITEM));
		LinkId link = launch("link-1", "Learner", null).link().id();
		assertThat(this.links.find(link).orElseThrow().lineItem()).isNull();
	}

	@Test
	void unknownLinkIsNotFound() {
		assertThat(this.links.find(new LinkId(UUID.randomUUID()))).isEmpty();
	}

	@Test
	void gradesOfAPersonBelongWhereTheyLearn() {
		Enrolment learning = launch("link-1", "Learner", new Gradebook(Set.of(SCORE), LINE_ITEM));
		launch("link-2", "Instructor", null);
		Enrolment alsoLearning = launch("link-3", "Learner", null);
		assertThat(this.links.learning(learning.person())).containsExactlyInAnyOrder(learning, alsoLearning);
	}

	@Test
	void whoBecameStaffLearnsNoMore() {
		launch("link-1", "Learner", null);
		Enrolment staff = launch("link-1", "Instructor", null);
		assertThat(this.links.learning(staff.person())).isEmpty();
	}

	@Test
	void learningIsOneStatement() {
		PersonId person = launch("link-1", "Learner", null).person();
		launch("link-2", "Learner", null);
		assertThat(SqlCount.during(() -> this.links.learning(person))).hasSize(1);
	}

	@Test
	void refusesToLockOutsideATransaction() {
		PersonId person = launch("link-1", "Learner", null).person();
		assertThatIllegalStateException().isThrownBy(() -> this.learners.lock(person));
	}

	@Test
	void refusesToLockNobody() {
		PersonId nobody = new PersonId(UUID.randomUUID());
		assertThatIllegalStateException()
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.learners.lock(nobody)));
	}

	@Test
	void locksTwiceInOneTransaction() {
		PersonId person = launch("link-1", "Learner", null).person();
		assertThatNoException().isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			this.learners.lock(person);
			this.learners.lock(person);
		}));
	}

	private Enrolment launch(String resourceLink, String role, Gradebook grades) {
		return this.recorder
			.record(this.platform.id(),
					new ResourceLinkRequest(new LtiUser("user-1", "Robin Okafor"), TestPlatform.deploymentId(),
							new Roles(Set.of(role)), new ResourceLink(resourceLink, "Judgementoring"),
							new CourseContext("course-1", null), grades, null, Map.of("module", "judgementoring")),
					role.equals("Learner") ? CourseRole.LEARNER : CourseRole.STAFF)
			.enrolment();
	}

}
