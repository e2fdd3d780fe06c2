package org.mentorprep.lti.message;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles of a message, matched by the whole name, never by a part of it:
 * {@code Instructor#TeachingAssistant} is not {@code membership#Instructor} (LTI 1.3
 * core, appendix A.2).
 */
public record Roles(Set<String> names) {

	/** Names of the vocabulary, for short. */
	private static final Pattern NAME = Pattern
		.compile("http://purl\\.imsglobal\\.org/vocab/lis/v2/(membership|institution/person|system/person)"
				+ "((?:/[A-Za-z]{1,60})?#[A-Za-z]{1,60})");

	/** Roles of the course may come by their short name (appendix A.2.2). */
	private static final Pattern SHORT_NAME = Pattern.compile("[A-Za-z]{1,60}");

	public Roles {
		names = Set.copyOf(names);
	}

	/**
	 * The roles in short: {@code context#Learner}, {@code institution#Student},
	 * {@code system#User}, {@code context/Instructor#TeachingAssistant}. What the
	 * vocabulary does not know is left out.
	 */
	public Set<String> inShort() {
		return this.names.stream().flatMap(Roles::inShort).collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<String> inShort(String name) {
		if (SHORT_NAME.matcher(name).matches()) {
			return Stream.of("context#" + name);
		}
		Matcher known = NAME.matcher(name);
		if (!known.matches()) {
			return Stream.empty();
		}
		String where = known.group(1).equals("membership") ? "context" : known.group(1).replace("/person", "");
		return Stream.of(where + known.group(2));
	}

}
