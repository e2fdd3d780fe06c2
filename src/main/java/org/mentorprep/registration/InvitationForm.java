package org.mentorprep.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import org.mentorprep.platform.LmsAddresses.InvitedHost;
import org.mentorprep.platform.PlatformEntry;

/** Whom the operator invites. Its messages are keys of the page. */
public record InvitationForm(
		@NotBlank(message = PlatformForm.EMPTY) @Size(max = PlatformEntry.MAX_NAME_LENGTH,
				message = PlatformForm.TOO_LONG) @Pattern(regexp = PlatformForm.NO_CONTROL,
						message = PlatformForm.CONTROL) String name,
		@NotBlank(message = PlatformForm.EMPTY) String host) {

	public InvitationForm(@Nullable String name, @Nullable String host) {
		this.name = PlatformForm.stripped(name);
		this.host = PlatformForm.stripped(host);
	}

	static InvitationForm empty() {
		return new InvitationForm(null, null);
	}

	/** Host and port as they are compared; null if none was typed, which is an error. */
	@Nullable String checkedHost(Errors errors) {
		String checked = InvitedHost.read(this.host);
		if (checked == null && !errors.hasFieldErrors("host")) {
			errors.rejectValue("host", "no-host", PlatformForm.PROBLEM + "no-host");
		}
		return checked;
	}

}
