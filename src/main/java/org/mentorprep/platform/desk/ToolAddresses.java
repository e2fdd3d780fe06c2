package org.mentorprep.platform.desk;

import java.net.URI;

import org.mentorprep.platform.ToolUrl;

/**
 * The sheet to copy from into an LMS; it compares these to the letter.
 *
 * @param custom what it is to send with every launch, so that a copied course is known
 */
public record ToolAddresses(URI launch, URI login, URI keys, String custom) {

	static ToolAddresses of(ToolUrl toolUrl) {
		return new ToolAddresses(toolUrl.at("/lti/launch"), toolUrl.at("/lti/login"),
				toolUrl.at("/.well-known/jwks.json"), "ctx_history=$Context.id.history");
	}

}
