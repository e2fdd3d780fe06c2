package org.mentorprep.fuzz;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.registration.Invitations;
import org.mentorprep.testing.TestPlatform;

/** The same attacks for a tool whose limits turn most of them away unread. */
public final class LimitedFuzz {

	private LimitedFuzz() {
	}

	/** What went wrong; nothing, if all is well. */
	public static List<String> failures(URI tool, TestPlatform platform, JdbcClient jdbc, Invitations invitations,
			int number) throws IOException {
		long seed = Long.getLong("fuzz.seed", System.nanoTime());
		try (FuzzLms lms = new FuzzLms()) {
			Intruder intruder = new Intruder(tool, platform, lms, (host) -> invitations.make("Fuzz", host).secret());
			return new Fuzz(intruder, jdbc, true).attack(seed, number);
		}
	}

}
