package org.mentorprep.registration;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.PlainText;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.WebAddress;
import org.mentorprep.registration.PlatformPage.ToolAddresses;

/**
 * A registration as the operator types it: the same fields and checks as in the platforms
 * file.
 *
 * @param deploymentIds one a line
 */
public record PlatformForm(String name, String issuer, String clientId, String deploymentIds,
		String authorizationEndpoint, String tokenEndpoint, String jwksUri) {

	public PlatformForm(@Nullable String name, @Nullable String issuer, @Nullable String clientId,
			@Nullable String deploymentIds, @Nullable String authorizationEndpoint, @Nullable String tokenEndpoint,
			@Nullable String jwksUri) {
		this.name = stripped(name);
		this.issuer = stripped(issuer);
		this.clientId = stripped(clientId);
		this.deploymentIds = stripped(deploymentIds);
		this.authorizationEndpoint = stripped(authorizationEndpoint);
		this.tokenEndpoint = stripped(tokenEndpoint);
		this.jwksUri = stripped(jwksUri);
	}

	static PlatformForm empty() {
		return new PlatformForm(null, null, null, null, null, null, null);
	}

	/** All at once. */
	Problems problems() {
		Problems problems = new Problems();
		problems.add("name", PlainText.objection(this.name, PlatformEntry.MAX_NAME_LENGTH));
		if (this.issuer.isEmpty()) {
			problems.add("issuer", "empty");
		}
		else {
			problems.add("issuer", WebAddress.objectionToIssuer(this.issuer, PlatformEntry.MAX_ID_LENGTH));
		}
		problems.add("clientId", PlainText.objection(this.clientId, PlatformEntry.MAX_ID_LENGTH));
		checkDeploymentIds(problems);
		checkAddress(problems, "jwksUri", this.jwksUri);
		checkAddress(problems, "tokenEndpoint", this.tokenEndpoint);
		checkAddress(problems, "authorizationEndpoint", this.authorizationEndpoint);
		return problems;
	}

	/** Only if there are no problems. */
	PlatformEntry entry() {
		return new PlatformEntry(this.name, this.issuer, this.clientId, Set.copyOf(lines()),
				URI.create(this.authorizationEndpoint), URI.create(this.tokenEndpoint), URI.create(this.jwksUri));
	}

	private void checkDeploymentIds(Problems problems) {
		List<String> ids = lines();
		if (ids.isEmpty()) {
			problems.add("deploymentIds", "empty");
		}
		else if (new LinkedHashSet<>(ids).size() < ids.size()) {
			problems.add("deploymentIds", "twice");
		}
		else {
			ids.stream()
				.map((id) -> PlainText.objection(id, PlatformEntry.MAX_ID_LENGTH))
				.filter(Objects::nonNull)
				.findFirst()
				.ifPresent((objection) -> problems.add("deploymentIds", objection));
		}
	}

	private static void checkAddress(Problems problems, String field, String address) {
		if (address.isEmpty()) {
			problems.add(field, "empty");
		}
		else {
			problems.add(field, WebAddress.objection(address));
		}
	}

	private List<String> lines() {
		return this.deploymentIds.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	private static String stripped(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").strip();
	}

	/**
	 * The form for a registration by hand, with what was typed and what is wrong with it.
	 */
	public record NewPlatformPage(PlatformForm form, Problems problems, ToolAddresses tool) {
	}

}
