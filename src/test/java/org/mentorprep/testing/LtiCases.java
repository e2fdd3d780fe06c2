package org.mentorprep.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers of the project's list of LTI conformance cases, as far as they concern
 * launch, deep linking, grades, registration and keys, and how tests name them: a display
 * name begins with {@code case 34: } or {@code case 63, 65: }.
 */
public final class LtiCases {

	/** The numbered list. */
	public static final List<String> ALL = IntStream
		.concat(IntStream.rangeClosed(1, 157), IntStream.rangeClosed(166, 180))
		.mapToObj(String::valueOf)
		.toList();

	/** What was measured on a real Moodle besides. */
	public static final List<String> MOODLE = IntStream.rangeClosed(1, 18).mapToObj((number) -> "X" + number).toList();

	/** The plain numbers first, then those with an X, each in its order. */
	static final Comparator<String> BY_NUMBER = Comparator.comparing((String number) -> number.startsWith("X"))
		.thenComparing((number) -> Integer.valueOf(number.replaceAll("[^0-9]", "")))
		.thenComparing(Comparator.naturalOrder());

	private static final Pattern NAMED = Pattern.compile("case ((?:X?\\d+[ab]?)(?:, X?\\d+[ab]?)*)\\b");

	private LtiCases() {
	}

	/**
	 * The cases that a test covers by its display name; none for most tests. JUnit quotes
	 * texts in the names of rows unless it is told not to.
	 */
	public static Set<String> of(String displayName) {
		Matcher named = NAMED.matcher(displayName.startsWith("\"") ? displayName.substring(1) : displayName);
		return named.lookingAt() ? numbers(named) : Set.of();
	}

	/** The cases that texts in a source file begin with. */
	static Set<String> inSource(String source) {
		return Pattern.compile("\"" + NAMED.pattern())
			.matcher(source)
			.results()
			.flatMap((found) -> Stream.of(found.group(1).split(", ")))
			.collect(Collectors.toSet());
	}

	private static Set<String> numbers(Matcher named) {
		return new LinkedHashSet<>(Arrays.asList(named.group(1).split(", ")));
	}

}
