package org.mentorprep.launch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.launch.Refusals.RefusalRecord;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;

/** The operator's page of refused launches: somebody quotes a reference, here is why. */
@Controller
class RefusalsController {

	private static final int NEWEST = 100;

	private final Refusals refusals;

	private final Platforms platforms;

	RefusalsController(Refusals refusals, Platforms platforms) {
		this.refusals = refusals;
		this.platforms = platforms;
	}

	@GetMapping("/operator/refusals")
	ModelAndView show(@RequestParam(required = false) @Nullable String reference) {
		String asked = (reference != null) ? reference.strip() : "";
		List<RefusalRecord> found = asked.isEmpty() ? this.refusals.newest(NEWEST)
				: this.refusals.find(asked).stream().toList();
		return new ModelAndView("launch/refusals", Map.of("page", new RefusalsPage(asked, lines(found))));
	}

	private List<RefusalsPage.Line> lines(List<RefusalRecord> refusals) {
		Map<PlatformId, String> names = this.platforms.all()
			.stream()
			.collect(Collectors.toMap(Platform::id, Platform::name));
		return refusals.stream()
			.map((refusal) -> new RefusalsPage.Line(refusal,
					(refusal.platform() != null) ? names.get(refusal.platform()) : null))
			.toList();
	}

}
