package org.mentorprep.launch;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody is called in a course whose LMS keeps names to itself, such as
 * {@code 7F3K} in 'Mentor 7F3K': the same on every page of the course, another in another
 * course, and no way back to the user id of the LMS.
 */
public final class Pseudonym {

	/** Without letters that are read as digits (Crockford's Base32). */
	private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 4;

	private static final int BITS = 5;

	private Pseudonym() {
	}

	/** The code of a learner in the course of a link, or in the link without a course. */
	public static String of(Link link, LearnerId learner) {
		UUID course = (link.context() != null) ? link.context().value() : link.id().value();
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(bytes(course), "HmacSHA256"));
			int random = ByteBuffer.wrap(mac.doFinal(bytes(learner.value()))).getInt();
			StringBuilder code = new StringBuilder();
			for (int sign = 0; sign < LENGTH; sign++) {
				code.append(SIGNS.charAt((random >>> (sign * BITS)) & (SIGNS.length() - 1)));
			}
			return code.toString();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has HmacSHA256", ex);
		}
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(2 * Long.BYTES)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
