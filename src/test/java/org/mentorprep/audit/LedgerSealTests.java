package org.mentorprep.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.mentorprep.audit.LedgerSeal.ChainState;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerSealTests {

	private final List<LedgerEntry> lines = new ArrayList<>();

	private final List<String> hashes = new ArrayList<>();

	private String last = LedgerSeal.BEGINNING;

	@BeforeEach
	void write() {
		write("first");
		write("second");
		write("third");
	}

	@Test
	void whatWasWrittenHolds() {
		assertThat(state()).isEqualTo(new ChainState(1, 3, null, this.last));
	}

	@Test
	void changedLineIsFoundFromTheOneBefore() {
		LedgerSeal chain = new LedgerSeal(1, this.hashes.get(0));
		chain.follow(line(2, "otherwise"), this.hashes.get(1));
		assertThat(chain.end(2).brokenAt()).isEqualTo(2);
	}

	@Test
	void emptyLedgerHolds() {
		assertThat(new LedgerSeal().end(0, LedgerSeal.BEGINNING).holds()).isTrue();
	}

	@Test
	void changedLineIsFound() {
		this.lines.set(1, line(2, "otherwise"));
		assertThat(state().brokenAt()).isEqualTo(2);
	}

	@Test
	void changedLineWithItsHashIsFoundByTheNext() {
		LedgerEntry changed = line(2, "otherwise");
		this.lines.set(1, changed);
		this.hashes.set(1, LedgerSeal.hash(this.hashes.get(0), changed));
		assertThat(state().brokenAt()).isEqualTo(3);
	}

	@Test
	void lineTakenAwayIsFound() {
		remove(1);
		assertThat(state().brokenAt()).isEqualTo(2);
	}

	@Test
	void lastLineTakenAwayIsFound() {
		remove(2);
		assertThat(state().brokenAt()).isEqualTo(3);
	}

	@Test
	void wordsThatMoveToTheNextFieldGiveAnotherHash() {
		assertThat(LedgerSeal.hash("", line("ab", "c"))).isNotEqualTo(LedgerSeal.hash("", line("a", "bc")));
	}

	private void write(String detail) {
		LedgerEntry line = line(this.lines.size() + 1, detail);
		this.last = LedgerSeal.hash(this.last, line);
		this.lines.add(line);
		this.hashes.add(this.last);
	}

	private void remove(int index) {
		this.lines.remove(index);
		this.hashes.remove(index);
	}

	private ChainState state() {
		LedgerSeal chain = new LedgerSeal();
		for (int i = 0; i < this.lines.size(); i++) {
			chain.follow(this.lines.get(i), this.hashes.get(i));
		}
		return chain.end(3, this.last);
	}

	private static LedgerEntry line(long number, String detail) {
		return new LedgerEntry(number, Instant.EPOCH, Actor.tool(), "platform.disabled", "b", detail);
	}

	private static LedgerEntry line(String subject, String detail) {
		return new LedgerEntry(1, Instant.EPOCH, Actor.tool(), "platform.disabled", subject, detail);
	}

}
