package org.mentorprep.launch.door;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;

/**
 * Somebody was not let in. The message goes to the log and holds nothing that came from
 * outside; what the page may quote stands beside it.
 */
class LaunchRefused extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Refusal refusal;

	private final @Nullable String quote;

	LaunchRefused(Refusal refusal, String cause) {
		this(refusal, cause, null);
	}

	LaunchRefused(Refusal refusal, String cause, @Nullable String quote) {
		super(cause);
		this.refusal = refusal;
		this.quote = quote;
	}

	Refusal refusal() {
		return this.refusal;
	}

	/** What the LMS said, for the page only. */
	@Nullable String quote() {
		return this.quote;
	}

}
