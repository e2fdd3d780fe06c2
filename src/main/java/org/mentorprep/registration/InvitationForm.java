package org.mentorprep.registration;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.LmsAddresses.InvitedHost;
import org.mentorprep.platform.PlainText;
import org.mentorprep.platform.PlatformEntry;

/** Whom the operator invites. */
public record InvitationForm(String name, String host) {

	public InvitationForm(@Nullable String name, @Nullable String host) {
		this.name = Objects.requireNonNullElse(name, "").strip();
		this.host = Objects.requireNonNullElse(host, "").strip();
	}

	static InvitationForm empty() {
		return new InvitationForm(null, null);
	}

	Problems problems() {
		Problems problems = new Problems();
		problems.add("name", PlainText.objection(this.name, PlatformEntry.MAX_NAME_LENGTH));
		if (this.host.isEmpty()) {
			problems.add("host", "empty");
		}
		else if (InvitedHost.read(this.host) == null) {
			problems.add("host", "no-host");
		}
		return problems;
	}

}
