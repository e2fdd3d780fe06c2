package org.mentorprep.audit;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.platform.SeveralNodes;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger on a real database. */
@IntegrationTest
@Tag("sql")
class LedgerIntegrationTests {

	@Autowired
	private Ledger ledger;

	@Autowired
	private LedgerSeals seals;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ToolUrl toolUrl;

	@Test
	void showsTheNewestLineFirst() {
		this.ledger.record(Actor.operator(), "platform.approved", "a", "first");
		this.ledger.record(Actor.tool(), "platform.disabled", "b", "second");
		assertThat(this.ledger.newest(2)).extracting(LedgerEntry::detail).containsExactly("second", "first");
	}

	@Test
	void laterLineHasTheHigherNumber() {
		this.ledger.record(Actor.tool(), "platform.disabled", "b", "");
		this.ledger.record(Actor.platform("p"), "platform.registered", "b", "");
		List<LedgerEntry> newest = this.ledger.newest(2);
		assertThat(newest.get(0).number()).isGreaterThan(newest.get(1).number());
	}

	@Test
	void chainHolds() {
		this.ledger.record(Actor.tool(), "platform.disabled", "b", "");
		this.seals.seal();
		assertThat(this.seals.check().holds()).isTrue();
	}

	@Test
	void lineChangedInTheDatabaseIsFound() {
		this.ledger.record(Actor.operator(), "platform.approved", "a", "as it was");
		this.seals.seal();
		LedgerEntry line = this.ledger.newest(1).get(0);
		change("otherwise", line.number());
		assertThat(this.seals.check().brokenAt()).isEqualTo(line.seal());
		change("as it was", line.number());
		assertThat(this.seals.check().holds()).isTrue();
	}

	@Test
	void linesWrittenAtOnceAreOneChain() throws Exception {
		SeveralNodes.atOnce(() -> {
			this.ledger.record(Actor.tool(), "platform.disabled", "b", "");
			return true;
		});
		this.seals.seal();
		assertThat(this.seals.check().holds()).isTrue();
	}

	@Test
	void pageSaysThatNewLinesAreNotSealedYet() {
		this.ledger.record(Actor.tool(), "platform.key-withdrawn", "a key", "");
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		assertThat(operator.open(this.toolUrl.at("/operator/ledger")).document().text())
			.contains("A line is sealed a few seconds after it was written.");
		this.seals.seal();
		assertThat(operator.open(this.toolUrl.at("/operator/ledger")).document().text())
			.contains("Every line is sealed.", "Seal " + this.ledger.newest(1).get(0).seal());
	}

	@Test
	void pageSaysFromWhichSealOnLinesWereChanged() {
		this.ledger.record(Actor.tool(), "platform.disabled", "b", "as it was");
		this.seals.seal();
		LedgerEntry line = this.ledger.newest(1).get(0);
		change("otherwise", line.number());
		try {
			assertThat(Operator.signedIn(this.toolUrl.base())
				.open(this.toolUrl.at("/operator/ledger"))
				.document()
				.select("main .message-bad")
				.text()).startsWith("From seal " + line.seal() + " on the ledger is not what was sealed");
		}
		finally {
			change("as it was", line.number());
		}
	}

	@Test
	void pageShowsTheActInWords() {
		this.ledger.record(Actor.tool(), "platform.key-withdrawn", "a key", "");
		this.seals.seal();
		Page page = Operator.signedIn(this.toolUrl.base()).open(this.toolUrl.at("/operator/ledger"));
		assertThat(page.document().text()).contains("A key was withdrawn a key The tool itself",
				"are as they were when they were sealed");
	}

	@Test
	void olderLinesAreOnFurtherPages() {
		for (int line = 0; line < 50; line++) {
			this.ledger.record(Actor.tool(), "platform.disabled", "b", "");
		}
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page older = operator.follow(operator.open(this.toolUrl.at("/operator/ledger")), "a[href*=before]");
		assertThat(older.document().select("tbody tr")).isNotEmpty();
		assertThat(older.find("main").text()).contains("Newest lines");
	}

	@Test
	void allLinesAreCheckedWhenAskedFor() {
		for (int line = 0; line < 51; line++) {
			this.ledger.record(Actor.tool(), "platform.disabled", "b", "");
		}
		this.seals.seal();
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page all = operator.follow(operator.open(this.toolUrl.at("/operator/ledger")), "a[href*=all]");
		assertThat(all.document().select("main .state").text())
			.matches("All [\\d,]+ lines are as they were when they were sealed.*");
	}

	@Test
	void pageBeforeTheFirstLineIsEmpty() {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		for (String before : new String[] { "0", "-7", "1" }) {
			Page none = operator.open(this.toolUrl.at("/operator/ledger?before=" + before));
			assertThat(none.status()).as(before).isEqualTo(200);
			assertThat(none.document().select("tbody tr")).as(before).isEmpty();
		}
	}

	private void change(String detail, long number) {
		this.jdbc.sql("UPDATE ledger SET detail = ? WHERE entry_number = ?").params(detail, number).update();
	}

}
