package org.mentorprep.lti.message;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one JSON object of a token by their types, so that what the LMS
 * got wrong is either refused here or absent everywhere.
 */
record Claims(Map<?, ?> members) {

	/** Ids of the specs have at most 255 characters (LTI 1.3 core, sections 5.3, 5.4). */
	private static final int LONGEST_ID = 255;

	private static final int LONGEST_TEXT = 255;

	/** A text for people: control characters become blanks; absent if nothing is left. */
	@Nullable String text(String name) {
		if (!(this.members.get(name) instanceof String text)) {
			return null;
		}
		String clean = VisibleText.of(text.replaceAll("\\p{Cntrl}+", " "));
		if (clean == null) {
			return null;
		}
		if (clean.length() <= LONGEST_TEXT) {
			return clean;
		}
		boolean cutsPair = Character.isHighSurrogate(clean.charAt(LONGEST_TEXT - 1));
		return clean.substring(0, cutsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT);
	}

	/** Whether the member is an id as the specs want it. */
	boolean hasId(String name) {
		return this.members.get(name) instanceof String id && !id.isBlank() && id.length() <= LONGEST_ID
				&& id.chars().noneMatch(Character::isISOControl);
	}

	/** An id that must be there; the clause says where that is written. */
	String id(String name, String clause) {
		if (this.members.get(name) instanceof String id && hasId(name)) {
			return id;
		}
		throw new MessageRefused(MessageRefused.Reason.TOKEN, clause);
	}

	/** A truth; some platforms write it as a string. */
	boolean isTrue(String name, boolean ifAbsent) {
		Object told = this.members.get(name);
		return (told != null) ? Boolean.parseBoolean(told.toString()) : ifAbsent;
	}

	@Nullable Claims object(String name) {
		return (this.members.get(name) instanceof Map<?, ?> object) ? new Claims(object) : null;
	}

	/** The strings of an array; what is no string is left out. */
	Set<String> strings(String name) {
		Set<String> strings = new LinkedHashSet<>();
		if (this.members.get(name) instanceof Collection<?> array) {
			array.stream().filter(String.class::isInstance).forEach((element) -> strings.add((String) element));
		}
		return strings;
	}

	/** An absolute http or https URL; anything else is absent. */
	@Nullable URI url(String name) {
		return (this.members.get(name) instanceof String text) ? WireAddress.read(text) : null;
	}

	/** The same, told apart from an address that is there and can't be used. */
	@Nullable URI namedUrl(String name) {
		Object told = this.members.get(name);
		return (told != null) ? WireAddress.named(told.toString()) : null;
	}

	/**
	 * Custom parameters that have a value (LTI 1.3 core, section 5.4.6.1): Moodle says
	 * 'no value' by null, by an empty string or by leaving the variable's name in place.
	 */
	Map<String, String> custom() {
		Map<String, String> custom = new LinkedHashMap<>();
		Claims claim = object(ClaimNames.CUSTOM);
		if (claim != null) {
			claim.members.keySet().forEach((name) -> {
				String value = claim.text(String.valueOf(name));
				if (value != null && !value.startsWith("$")) {
					custom.put(String.valueOf(name), value);
				}
			});
		}
		return custom;
	}

	/**
	 * The claims as the specs spell them (LTI 1.3 core, section 5; AGS 2.0, section 3.1;
	 * Deep Linking 2.0, sections 4.4 and 4.5).
	 */
	final static class ClaimNames {

		static final String MESSAGE_TYPE = "https://purl.imsglobal.org/spec/lti/claim/message_type";

		static final String VERSION = "https://purl.imsglobal.org/spec/lti/claim/version";

		static final String DEPLOYMENT_ID = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";

		static final String ROLES = "https://purl.imsglobal.org/spec/lti/claim/roles";

		static final String CONTEXT = "https://purl.imsglobal.org/spec/lti/claim/context";

		static final String RESOURCE_LINK = "https://purl.imsglobal.org/spec/lti/claim/resource_link";

		static final String CUSTOM = "https://purl.imsglobal.org/spec/lti/claim/custom";

		static final String PRESENTATION = "https://purl.imsglobal.org/spec/lti/claim/launch_presentation";

		static final String FOR_USER = "https://purl.imsglobal.org/spec/lti/claim/for_user";

		static final String GRADEBOOK = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

		static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";

		static final String DATA = "https://purl.imsglobal.org/spec/lti-dl/claim/data";

		static final String CONTENT_ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";

		private ClaimNames() {
		}

	}

}
