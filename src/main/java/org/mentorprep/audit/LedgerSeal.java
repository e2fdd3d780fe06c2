package org.mentorprep.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A hash over some lines of the ledger and over the seal before, so that lines changed,
 * removed or added later are found.
 *
 * @param number counts up from 1 without gaps
 */
record LedgerSeal(long number, Instant sealedAt, String hash) {

	/** Stands before the first seal. */
	static final LedgerSeal NONE = new LedgerSeal(0, Instant.EPOCH, "");

	/** Seals these lines, in their order. */
	LedgerSeal next(Instant at, List<LedgerEntry> lines) {
		MessageDigest digest = sha256();
		add(digest, List.of(this.hash, String.valueOf(this.number + 1), String.valueOf(at.toEpochMilli())));
		for (LedgerEntry line : lines) {
			add(digest, List.of(String.valueOf(line.number()), String.valueOf(line.at().toEpochMilli()),
					line.actor().kind(), line.actor().id(), line.act(), line.subject(), line.detail()));
		}
		return new LedgerSeal(this.number + 1, at, HexFormat.of().formatHex(digest.digest()));
	}

	/** Whether these lines are those that were sealed, and this seal is the next one. */
	boolean holds(LedgerSeal before, List<LedgerEntry> lines) {
		return !lines.isEmpty() && equals(before.next(this.sealedAt, lines));
	}

	/** Each part after its length, so that no two lines give the same bytes. */
	private static void add(MessageDigest digest, List<String> parts) {
		for (String part : parts) {
			byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
			digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
			digest.update(bytes);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java runtime has no SHA-256", ex);
		}
	}

}
