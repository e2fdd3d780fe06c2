package org.mentorprep.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerSealTests {

	private final List<LedgerSeal> seals = new ArrayList<>();

	private final List<List<LedgerEntry>> lines = new ArrayList<>();

	private LedgerSeal last = LedgerSeal.NONE;

	@BeforeEach
	void seal() {
		seal(line(1, "first"));
		seal(line(2, "second"), line(4, "fourth"));
		seal(line(3, "third, committed late"), line(5, "fifth"));
	}

	@Test
	void whatWasWrittenHolds() {
		assertThat(check()).isEqualTo(new LedgerChain.Check(true, 5, 1, 5, null, this.last.hash(), 0));
	}

	@Test
	void changedLineIsFoundFromTheSealBefore() {
		LedgerChain chain = new LedgerChain(this.seals.get(0));
		chain.follow(this.seals.get(1), List.of(line(2, "otherwise"), line(4, "fourth")));
		assertThat(chain.end(0).brokenAt()).isEqualTo(2);
		assertThat(chain.end(0).fromTheBeginning()).isFalse();
	}

	@Test
	void emptyLedgerHolds() {
		assertThat(new LedgerChain(LedgerSeal.NONE).end(0).holds()).isTrue();
	}

	@Test
	void changedLineIsFound() {
		this.lines.set(1, List.of(line(2, "otherwise"), line(4, "fourth")));
		assertThat(check().brokenAt()).isEqualTo(2);
	}

	@Test
	void changedLineWithItsSealIsFoundByTheNext() {
		List<LedgerEntry> changed = List.of(line(2, "otherwise"), line(4, "fourth"));
		this.lines.set(1, changed);
		this.seals.set(1, this.seals.get(0).next(this.seals.get(1).sealedAt(), changed));
		assertThat(check().brokenAt()).isEqualTo(3);
	}

	@Test
	void lineTakenAwayIsFound() {
		this.lines.set(1, List.of(line(4, "fourth")));
		assertThat(check().brokenAt()).isEqualTo(2);
	}

	@Test
	void lastLineTakenAwayIsFound() {
		this.lines.set(2, List.of(line(3, "third, committed late")));
		assertThat(check().brokenAt()).isEqualTo(3);
	}

	@Test
	void allLinesOfASealTakenAwayAreFound() {
		this.lines.set(2, List.of());
		assertThat(check().brokenAt()).isEqualTo(3);
	}

	@Test
	void addedLineIsFound() {
		this.lines.set(0, List.of(line(1, "first"), line(6, "added")));
		assertThat(check().brokenAt()).isEqualTo(1);
	}

	@Test
	void linesInAnotherOrderAreFound() {
		this.lines.set(1, List.of(line(2, "fourth"), line(4, "second")));
		assertThat(check().brokenAt()).isEqualTo(2);
	}

	@Test
	void linesMovedToAnotherSealAreFound() {
		this.lines.set(1, List.of(line(2, "second")));
		this.lines.set(2, List.of(line(3, "third, committed late"), line(4, "fourth"), line(5, "fifth")));
		assertThat(check().brokenAt()).isEqualTo(2);
	}

	@Test
	void sealTakenAwayWithItsLinesIsFound() {
		this.seals.remove(1);
		this.lines.remove(1);
		assertThat(check().brokenAt()).isEqualTo(2);
	}

	@Test
	void wordsThatMoveToTheNextFieldGiveAnotherHash() {
		assertThat(hash("ab", "c")).isNotEqualTo(hash("a", "bc"));
	}

	private void seal(LedgerEntry... sealed) {
		this.last = this.last.next(Instant.EPOCH.plusSeconds(this.seals.size()), List.of(sealed));
		this.seals.add(this.last);
		this.lines.add(List.of(sealed));
	}

	private LedgerChain.Check check() {
		LedgerChain chain = new LedgerChain(LedgerSeal.NONE);
		for (int i = 0; i < this.seals.size(); i++) {
			chain.follow(this.seals.get(i), this.lines.get(i));
		}
		return chain.end(0);
	}

	private static String hash(String subject, String detail) {
		return LedgerSeal.NONE
			.next(Instant.EPOCH,
					List.of(new LedgerEntry(1, Instant.EPOCH, Actor.tool(), "platform.disabled", subject, detail, 1L)))
			.hash();
	}

	private static LedgerEntry line(long number, String detail) {
		return new LedgerEntry(number, Instant.EPOCH, Actor.tool(), "platform.disabled", "b", detail, null);
	}

}
