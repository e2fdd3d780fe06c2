package org.mentorprep.audit;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The operator's page of the ledger. */
@Controller
class LedgerController {

	private static final int LINES = 50;

	private final Ledger ledger;

	private final LedgerSeals seals;

	LedgerController(Ledger ledger, LedgerSeals seals) {
		this.ledger = ledger;
		this.seals = seals;
	}

	/** The seals of the lines on the page are checked each time, all seals on request. */
	@GetMapping("/operator/ledger")
	ModelAndView show(@RequestParam(required = false) @Nullable Long before,
			@RequestParam(required = false) boolean all) {
		// One more tells whether there is another page.
		List<LedgerEntry> found = this.ledger.before((before != null) ? before : Long.MAX_VALUE, LINES + 1);
		List<LedgerEntry> lines = found.subList(0, Math.min(LINES, found.size()));
		LedgerChain.Check check = all ? this.seals.check() : check(lines, before == null);
		return new ModelAndView("audit/ledger",
				Map.of("page", LedgerPage.of(lines, before != null, found.size() > LINES, check)));
	}

	/** Checks the newest page up to the newest seal, whatever lines it has left. */
	private LedgerChain.Check check(List<LedgerEntry> lines, boolean newest) {
		LongSummaryStatistics seals = lines.stream()
			.map(LedgerEntry::seal)
			.filter(Objects::nonNull)
			.mapToLong(Long::longValue)
			.summaryStatistics();
		if (seals.getCount() == 0) {
			return this.seals.check(Long.MAX_VALUE, Long.MAX_VALUE);
		}
		return this.seals.check(seals.getMin() - 1, newest ? Long.MAX_VALUE : seals.getMax());
	}

}
