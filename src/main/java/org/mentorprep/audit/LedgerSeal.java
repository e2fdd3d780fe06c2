package org.mentorprep.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Follows the ledger line by line: each holds a hash over itself and the line before, so
 * that what was changed or taken away later is found out.
 */
public final class LedgerSeal {

	/** Before the first line. */
	static final String BEGINNING = "";

	private final long first;

	private long last;

	private String lastHash;

	private @Nullable Long brokenAt;

	/** From the first line on. */
	LedgerSeal() {
		this(0, BEGINNING);
	}

	/** From the line after this one on, whose hash is believed. */
	LedgerSeal(long number, String hash) {
		this.first = number + 1;
		this.last = number;
		this.lastHash = hash;
	}

	/**
	 * The hash of a line; each part by its length first, so that no two lines look alike.
	 */
	static String hash(String before, LedgerEntry line) {
		MessageDigest digest = sha256();
		for (String part : List.of(before, String.valueOf(line.number()), String.valueOf(line.at().toEpochMilli()),
				line.actor().kind(), line.actor().id(), line.act(), line.subject(), line.detail())) {
			byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
			digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
			digest.update(bytes);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** The next line, and the hash that stands in it. */
	void follow(LedgerEntry line, String hash) {
		this.last++;
		if (this.brokenAt == null && (line.number() != this.last || !hash(this.lastHash, line).equals(hash))) {
			this.brokenAt = this.last;
		}
		this.lastHash = hash;
	}

	/** After the last line that was to come: which one that had to be. */
	ChainState end(long lastNumber) {
		return end(lastNumber, this.lastHash);
	}

	/** After the newest line: what the head of the ledger says of it. */
	ChainState end(long lastNumber, String hash) {
		if (this.brokenAt == null && (lastNumber != this.last || !this.lastHash.equals(hash))) {
			this.brokenAt = this.last + 1;
		}
		return new ChainState(this.first, this.last, this.brokenAt, this.lastHash);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java runtime has no SHA-256", ex);
		}
	}

	/**
	 * Whether lines of the ledger are as they were written.
	 *
	 * @param first the first that was looked at
	 * @param last the last that was looked at; 0 if there is none
	 * @param brokenAt the first line that is not what was written; absent if all are
	 * @param lastHash of the last line. That of the newest stands for the whole ledger:
	 * noted down elsewhere, it proves later that nothing before it was rewritten
	 */
	public record ChainState(long first, long last, @Nullable Long brokenAt, String lastHash) {

		public boolean holds() {
			return this.brokenAt == null;
		}

		/** Whether no line before these was left out. */
		public boolean fromTheBeginning() {
			return this.first == 1;
		}

	}

}
