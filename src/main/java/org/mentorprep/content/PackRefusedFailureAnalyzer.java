package org.mentorprep.content;

import org.jspecify.annotations.Nullable;
import org.mentorprep.content.authoring.PackRefused;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what is wrong with a pack, in place of a stack trace. */
class PackRefusedFailureAnalyzer extends AbstractFailureAnalyzer<PackRefused> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PackRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Correct these places, or let mentorprep.content.packs name another pack. docs/authoring.md says how"
						+ " packs are written.",
				cause);
	}

}
