package org.mentorprep.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.account.OperatorSecurity;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.Refusals;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.ToolKeys;

/** The operator's first page: the few facts that show whether the tool works. */
@Controller
class OverviewController {

	private final Platforms platforms;

	private final Links links;

	private final Refusals refusals;

	private final ToolKeys keys;

	private final RecurringWork work;

	private final Clock clock;

	OverviewController(Platforms platforms, Links links, Refusals refusals, ToolKeys keys, RecurringWork work,
			Clock clock) {
		this.platforms = platforms;
		this.links = links;
		this.refusals = refusals;
		this.keys = keys;
		this.work = work;
		this.clock = clock;
	}

	@GetMapping(OperatorSecurity.HOME)
	ModelAndView overview() {
		int refused = this.refusals.since(this.clock.instant().minus(Duration.ofDays(1)));
		return new ModelAndView("web/overview",
				Map.of("page",
						new OverviewPage(this.platforms.enabled(), this.platforms.pending(), this.platforms.proposed(),
								this.links.lastLaunch().orElse(null), refused, this.keys.signingSince(),
								this.work.failing())));
	}

	/**
	 * What the overview shows.
	 *
	 * @param platforms how many LMSs are let in and get grades
	 * @param pending how many registered themselves and wait for their first launch
	 * @param proposals how much they named of themselves that nobody has accepted yet
	 * @param lastLaunch when somebody came in last; absent if nobody ever did
	 * @param refusals how many launches and registrations were refused in the last 24
	 * hours
	 * @param signingSince since when our key signs
	 * @param failing how many recurring tasks failed when they ran last
	 */
	public record OverviewPage(int platforms, int pending, int proposals, @Nullable Instant lastLaunch, int refusals,
			Instant signingSince, long failing) {
	}

}
