package org.mentorprep.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

import org.mentorprep.lti.message.VisibleText;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.RoleMapping;
import org.mentorprep.platform.WebAddress;
import org.mentorprep.registration.PlatformPage.ToolAddresses;

/**
 * A registration as the operator types it: the same fields and rules as in the platforms
 * file. Its messages are keys of the page.
 *
 * @param deploymentIds one a line; empty if a launch shall bring it
 * @param tokenAudience empty for the token endpoint
 * @param sites one a line
 */
public record PlatformForm(
		@NotBlank(message = EMPTY) @Size(max = PlatformEntry.MAX_NAME_LENGTH,
				message = TOO_LONG) @Pattern(regexp = NO_CONTROL, message = CONTROL) String name,
		@NotBlank(message = EMPTY) @WebUrl(issuer = true) String issuer,
		@NotBlank(message = EMPTY) @Size(max = PlatformEntry.MAX_ID_LENGTH,
				message = TOO_LONG) @Pattern(regexp = NO_CONTROL, message = CONTROL) String clientId,
		String deploymentIds, @NotBlank(message = EMPTY) @WebUrl String jwksUri,
		@NotBlank(message = EMPTY) @WebUrl String tokenEndpoint,
		@NotBlank(message = EMPTY) @WebUrl String authorizationEndpoint, @Size(max = WebAddress.MAX_LENGTH,
				message = TOO_LONG) @Pattern(regexp = NO_CONTROL, message = CONTROL) String tokenAudience,
		String sites) {

	static final String PROBLEM = "registration.problem.";

	static final String EMPTY = "registration.problem.empty";

	static final String TOO_LONG = "registration.problem.too-long";

	static final String CONTROL = "registration.problem.control";

	static final String NO_CONTROL = "[^\\p{Cc}" + VisibleText.DIRECTION_SIGNS + "]*";

	public PlatformForm(@Nullable String name, @Nullable String issuer, @Nullable String clientId,
			@Nullable String deploymentIds, @Nullable String jwksUri, @Nullable String tokenEndpoint,
			@Nullable String authorizationEndpoint, @Nullable String tokenAudience, @Nullable String sites) {
		this.name = stripped(name);
		this.issuer = stripped(issuer);
		this.clientId = stripped(clientId);
		this.deploymentIds = stripped(deploymentIds);
		this.jwksUri = stripped(jwksUri);
		this.tokenEndpoint = stripped(tokenEndpoint);
		this.authorizationEndpoint = stripped(authorizationEndpoint);
		this.tokenAudience = stripped(tokenAudience);
		this.sites = stripped(sites);
	}

	static PlatformForm empty() {
		return new PlatformForm(null, null, null, null, null, null, null, null, null);
	}

	/** What no annotation says: each line can be kept, each deployment id once. */
	void checkLines(Errors errors) {
		besides().check(errors);

		List<String> ids = ids();
		if (Set.copyOf(ids).size() < ids.size()) {
			errors.rejectValue("deploymentIds", "twice", PROBLEM + "twice");
			return;
		}
		ids.stream()
			.map((id) -> PlatformEntry.problem(id, PlatformEntry.MAX_ID_LENGTH))
			.filter(Objects::nonNull)
			.findFirst()
			.map(WebAddress.Problem::key)
			.ifPresent((key) -> errors.rejectValue("deploymentIds", key, PROBLEM + key));
	}

	/** Only if there are no errors. */
	PlatformEntry entry() {
		return new PlatformEntry(this.name, this.issuer, this.clientId, Set.copyOf(ids()),
				URI.create(this.authorizationEndpoint), URI.create(this.tokenEndpoint), URI.create(this.jwksUri),
				besides().audience(), besides().origins(), RoleMapping.DEFAULT);
	}

	private SitesForm besides() {
		return new SitesForm(this.sites, this.tokenAudience);
	}

	private List<String> ids() {
		return this.deploymentIds.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	static String stripped(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").strip();
	}

	/** One message a field, in the order of the form. */
	static Map<String, String> problems(Class<? extends Record> form, Errors errors) {
		Map<String, String> problems = new LinkedHashMap<>();
		Stream.of(form.getRecordComponents()).map(RecordComponent::getName).forEach((field) -> {
			FieldError error = errors.getFieldError(field);
			if (error != null) {
				problems.put(field, Objects.requireNonNullElse(error.getDefaultMessage(), EMPTY));
			}
		});
		return problems;
	}

	/**
	 * The form for a registration by hand, with what was typed.
	 *
	 * @param problems what is wrong, the key of a message by the name of the field
	 */
	public record NewPlatformPage(PlatformForm form, Map<String, String> problems, ToolAddresses tool) {
	}

}
