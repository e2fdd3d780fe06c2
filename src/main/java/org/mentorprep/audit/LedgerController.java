package org.mentorprep.audit;

import java.util.List;
import java.util.Map;

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

	LedgerController(Ledger ledger) {
		this.ledger = ledger;
	}

	/** The lines on the page are checked each time, all of them only when asked for. */
	@GetMapping("/operator/ledger")
	ModelAndView show(@RequestParam(required = false) @Nullable Long before,
			@RequestParam(required = false) boolean all) {
		long end = (before != null) ? Math.max(before, 1) : Long.MAX_VALUE;
		List<LedgerEntry> lines = this.ledger.before(end, LINES);
		long after = (all || lines.isEmpty()) ? 0 : lines.get(lines.size() - 1).number() - 1;
		return new ModelAndView("audit/ledger", Map.of("page",
				LedgerPage.of(lines, before != null, this.ledger.check(after, all ? Long.MAX_VALUE : end - 1))));
	}

}
