package org.mentorprep.registration;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.WebAddress;

/**
 * Where an LMS is beside its endpoints, and what its tokens are asked for, as the
 * operator types it. Its messages are keys of the page.
 *
 * @param sites one a line
 * @param tokenAudience empty for the token endpoint
 */
public record SitesForm(String sites,
		@Size(max = WebAddress.MAX_LENGTH, message = PlatformForm.TOO_LONG) @Pattern(regexp = PlatformForm.NO_CONTROL,
				message = PlatformForm.CONTROL) String tokenAudience) {

	public SitesForm(@Nullable String sites, @Nullable String tokenAudience) {
		this.sites = PlatformForm.stripped(sites);
		this.tokenAudience = PlatformForm.stripped(tokenAudience);
	}

	static SitesForm of(Platform platform) {
		return new SitesForm(String.join("\n", platform.sites().stream().sorted().toList()), platform.tokenAudience());
	}

	/** What no annotation says: each line is a site. */
	void check(Errors errors) {
		List<String> lines = lines();
		if (lines.size() > PlatformEntry.MOST_SITES) {
			errors.rejectValue("sites", "too-many", PlatformForm.PROBLEM + "too-many-sites");
			return;
		}
		lines.stream()
			.map(PlatformEntry::problemOfSite)
			.filter(Objects::nonNull)
			.findFirst()
			.map(WebAddress.Problem::key)
			.ifPresent((key) -> errors.rejectValue("sites", key, PlatformForm.PROBLEM + key));
	}

	/** Only if there are no errors. */
	Set<String> origins() {
		return lines().stream().map(URI::create).map(WebAddress::origin).collect(Collectors.toSet());
	}

	/** Only if there are no errors. */
	@Nullable String audience() {
		return this.tokenAudience.isEmpty() ? null : this.tokenAudience;
	}

	private List<String> lines() {
		return this.sites.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

}
