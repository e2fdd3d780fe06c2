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
		finally {
			forget(jdbc);
		}
	}

	/** Takes away the platforms that registered. */
	static void forget(JdbcClient jdbc) {
		jdbc.sql("DELETE FROM deployment WHERE platform IN (SELECT id FROM platform WHERE issuer LIKE '%/fuzz/%')")
			.update();
		jdbc.sql("DELETE FROM platform WHERE issuer LIKE '%/fuzz/%'").update();
	}

}
