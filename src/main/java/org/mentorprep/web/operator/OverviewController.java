package org.mentorprep.web.operator;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.launch.Links;
import org.mentorprep.launch.refusals.RecentRefusals;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.keys.ToolKeys;

/** The first page: the few facts that tell whether all is well. */
@Controller
class OverviewController {

	private final Platforms platforms;

	private final Links links;

	private final RecentRefusals refusals;

	private final ToolKeys keys;

	private final Clock clock;

	OverviewController(Platforms platforms, Links links, RecentRefusals refusals, ToolKeys keys, Clock clock) {
		this.platforms = platforms;
		this.links = links;
		this.refusals = refusals;
		this.keys = keys;
		this.clock = clock;
	}

	@GetMapping(OperatorDoor.HOME)
	ModelAndView overview() {
		int refused = this.refusals.since(this.clock.instant().minus(Duration.ofDays(1)));
		return new ModelAndView("operator/overview", Map.of("page", new OverviewPage(this.platforms.enabled(),
				this.platforms.pending(), this.links.lastLaunch().orElse(null), refused, this.keys.signingSince())));
	}

}
