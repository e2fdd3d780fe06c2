package org.mentorprep.web;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

class SessionCodecTests {

	@Test
	void readsWhoIsSignedIn() {
		LaunchedUser user = new LaunchedUser(new PersonId(UUID.randomUUID()), new LearnerId(UUID.randomUUID()), null,
				"https://lms.example", Map.of(new LinkId(UUID.randomUUID()), CourseRole.LEARNER,
						new LinkId(UUID.randomUUID()), CourseRole.STAFF),
				Set.of(UUID.randomUUID()));
		assertThat(SessionCodec.read(SessionCodec.write(Map.of("user", user)))).contains(Map.of("user", user));
	}

	@Test
	void whatNobodyCanReadIsNoSession() {
		assertThat(SessionCodec.read(new byte[] { 1, 2, 3 })).isEmpty();
	}

	@Test
	void sessionThatHoldsWhatIsNotOursIsNoSession() {
		assertThat(SessionCodec.read(SessionCodec.write(Map.of("uri", URI.create("https://x.example/"))))).isEmpty();
	}

}
