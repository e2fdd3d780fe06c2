package org.mentorprep.audit;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger on a real database. */
@IntegrationTest
class LedgerIntegrationTests {

	@Autowired
	private Ledger ledger;

	@Test
	void showsTheNewestLineFirst() {
		this.ledger.record(Actor.operator(), "platform.approved", "a", "first");
		this.ledger.record(Actor.tool(), "platform.disabled", "b", "second");
		assertThat(this.ledger.newest(2)).extracting(LedgerEntry::detail).containsExactly("second", "first");
	}

	@Test
	void numbersItsLinesWithoutGaps() {
		this.ledger.record(Actor.tool(), "platform.disabled", "b", "");
		this.ledger.record(Actor.platform("p"), "platform.registered", "b", "");
		List<LedgerEntry> newest = this.ledger.newest(2);
		assertThat(newest.get(0).number()).isEqualTo(newest.get(1).number() + 1);
	}

}
