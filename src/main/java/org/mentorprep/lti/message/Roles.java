package org.mentorprep.lti.message;

import java.util.Set;

/**
 * The roles of a message, matched by the whole name, never by a part of it:
 * {@code Instructor#TeachingAssistant} is not {@code membership#Instructor} (LTI 1.3
 * core, appendix A.2).
 */
public record Roles(Set<String> names) {

	private static final String IN_CONTEXT = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

	public Roles {
		names = Set.copyOf(names);
	}

	/**
	 * Whether one holds a role in the course. Core context roles may come by their short
	 * name (LTI 1.3 core, appendix A.2.2); roles of the institution or the system never
	 * count here.
	 */
	public boolean inContext(String role) {
		return this.names.contains(IN_CONTEXT + role) || this.names.contains(role);
	}

}
