package org.mentorprep.lti.message;

/**
 * The claims as the specs spell them (LTI 1.3 core, section 5; AGS 2.0, section 3.1; Deep
 * Linking 2.0, sections 4.4 and 4.5).
 */
final class ClaimNames {

	static final String MESSAGE_TYPE = "https://purl.imsglobal.org/spec/lti/claim/message_type";

	static final String VERSION = "https://purl.imsglobal.org/spec/lti/claim/version";

	static final String DEPLOYMENT_ID = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";

	static final String ROLES = "https://purl.imsglobal.org/spec/lti/claim/roles";

	static final String CONTEXT = "https://purl.imsglobal.org/spec/lti/claim/context";

	static final String RESOURCE_LINK = "https://purl.imsglobal.org/spec/lti/claim/resource_link";

	static final String CUSTOM = "https://purl.imsglobal.org/spec/lti/claim/custom";

	static final String FOR_USER = "https://purl.imsglobal.org/spec/lti/claim/for_user";

	static final String GRADEBOOK = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

	static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";

	static final String DATA = "https://purl.imsglobal.org/spec/lti-dl/claim/data";

	static final String CONTENT_ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";

	private ClaimNames() {
	}

}
