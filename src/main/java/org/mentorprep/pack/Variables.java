package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What a pack leaves open because it differs from place to place: the words for people,
 * and whether mentors assess. Declared in {@code pack.yaml}, each with a default.
 */
public final class Variables {

	private static final int LONGEST = 80;

	private final Map<String, Declared> declared;

	private final Map<String, String> values;

	private Variables(Map<String, Declared> declared, Map<String, String> values) {
		this.declared = declared;
		this.values = values;
	}

	/**
	 * The variables that a pack declares, with their defaults. Looks past what has not
	 * the right shape, which the schema reports.
	 */
	public static Variables of(JsonNode pack) {
		Map<String, Declared> declared = new LinkedHashMap<>();
		Map<String, String> values = new LinkedHashMap<>();
		pack.path("variables").propertyStream().forEach((entry) -> {
			List<String> allowed = new ArrayList<>();
			entry.getValue().path("allowed").forEach((value) -> allowed.add(value.asString("")));
			declared.put(entry.getKey(), new Declared(List.copyOf(allowed)));
			values.put(entry.getKey(), entry.getValue().path("default").asString(""));
		});
		return new Variables(declared, values);
	}

	/**
	 * The same with other values. A name may be written without its hyphens and
	 * underscores, as property sources do. What does not fit is left at its default; see
	 * {@link #unfit}.
	 */
	public Variables with(Map<String, String> others) {
		Map<String, String> changed = new LinkedHashMap<>(this.values);
		this.declared.forEach((name, about) -> others.forEach((other, value) -> {
			if (same(name, other) && about.admits(value)) {
				changed.put(name, value.strip());
			}
		}));
		return new Variables(this.declared, changed);
	}

	/** Says which of some values can't be used, and why. */
	public List<String> unfit(Map<String, String> others) {
		List<String> sentences = new ArrayList<>();
		others.forEach((other, value) -> {
			List<Declared> meant = this.declared.entrySet()
				.stream()
				.filter((entry) -> same(entry.getKey(), other))
				.map(Map.Entry::getValue)
				.toList();
			if (meant.isEmpty()) {
				sentences.add("The pack has no variable " + other + ".");
			}
			else if (!meant.get(0).admits(value)) {
				sentences.add("The variable " + other + " can't be " + value + "; it is " + meant.get(0).words() + ".");
			}
		});
		return sentences;
	}

	public boolean has(String name) {
		return this.declared.containsKey(name);
	}

	public String valueOf(String name) {
		return this.values.getOrDefault(name, "");
	}

	/** The values a variable can have; empty if it can be any words. */
	public List<String> allowed(String name) {
		Declared about = this.declared.get(name);
		return (about != null) ? about.allowed() : List.of();
	}

	/** One rendering for each value, other than the default, that texts may ask for. */
	public List<Rendering> renderings() {
		List<Rendering> renderings = new ArrayList<>();
		this.declared.forEach((name, about) -> about.allowed()
			.stream()
			.filter((value) -> !value.equals(valueOf(name)))
			.forEach((value) -> renderings.add(new Rendering(null, Map.of(name, value)))));
		return renderings;
	}

	private static boolean same(String name, String other) {
		return plain(name).equals(plain(other));
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
	}

	/**
	 * One variable.
	 *
	 * @param allowed its possible values; empty if it can be any words
	 */
	private record Declared(List<String> allowed) {

		boolean admits(String value) {
			return this.allowed.isEmpty()
					? !value.isBlank() && value.length() <= LONGEST
							&& value.codePoints().noneMatch(Character::isISOControl) && !value.contains("{{")
					: this.allowed.contains(value);
		}

		String words() {
			return this.allowed.isEmpty() ? "a few words, at most " + LONGEST + " characters"
					: "one of " + String.join(", ", this.allowed);
		}

	}

}
