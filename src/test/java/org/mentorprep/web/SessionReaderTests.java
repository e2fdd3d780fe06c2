package org.mentorprep.web;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.core.serializer.support.SerializingConverter;

import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.web.SessionConfiguration.SessionReader;

import static org.assertj.core.api.Assertions.assertThat;

class SessionReaderTests {

	@Test
	void readsWhoIsSignedIn() {
		LaunchedUser user = new LaunchedUser(new PersonId(UUID.randomUUID()), new LearnerId(UUID.randomUUID()), null,
				"https://lms.example", Map.of(new LinkId(UUID.randomUUID()), CourseRole.LEARNER,
						new LinkId(UUID.randomUUID()), CourseRole.STAFF),
				Set.of());
		assertThat(SessionReader.read(written(user))).isEqualTo(user);
	}

	@Test
	void whatNobodyCanReadIsAbsent() {
		assertThat(SessionReader.read(new byte[] { 1, 2, 3 })).isNull();
	}

	@Test
	void whatIsNotOursIsAbsent() {
		assertThat(SessionReader.read(written(URI.create("https://x.example/")))).isNull();
	}

	private static byte[] written(Object object) {
		return new SerializingConverter().convert(object);
	}

}
