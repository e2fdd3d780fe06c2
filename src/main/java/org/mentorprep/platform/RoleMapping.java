package org.mentorprep.platform;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.message.Roles;

/**
 * What the roles of a launch give here (LTI 1.3 core, appendix A.2), and what one
 * registration does otherwise. Roles in the course come first: only without any do those
 * of the institution or the system count, and by themselves they never make staff, for
 * every mentor is a teacher.
 *
 * @param changes what this registration does otherwise: a right by the role, in short
 */
public record RoleMapping(Map<String, Right> changes) {

	/** Every role as it is by default. */
	public static final RoleMapping DEFAULT = new RoleMapping(Map.of());

	/** So many a registration changes at most. */
	public static final int MOST = 20;

	/** Wide enough for the longest names of so many roles. */
	public static final int MAX_LENGTH = 4000;

	private static final Map<String, Right> DEFAULTS = Map.of("context#Instructor", Right.STAFF,
			"context#Administrator", Right.STAFF, "context#Learner", Right.LEARNER, "context#ContentDeveloper",
			Right.PLACER, "institution#Student", Right.LEARNER, "institution#Learner", Right.LEARNER,
			"institution#Administrator", Right.PLACER, "system#Administrator", Right.PLACER, "system#SysAdmin",
			Right.PLACER);

	private static final Pattern ROLE = Pattern
		.compile("(context|institution|system)(/[A-Za-z]{1,60})?#[A-Za-z]{1,60}");

	public RoleMapping {
		changes = Collections.unmodifiableMap(new TreeMap<>(changes));
	}

	/** The rights that the roles of a message give together; none is an onlooker's. */
	public Set<Right> rights(Roles roles) {
		Set<String> all = roles.inShort();
		Set<String> inCourse = all.stream().filter((role) -> role.startsWith("context")).collect(Collectors.toSet());
		Set<Right> rights = EnumSet.noneOf(Right.class);
		(inCourse.isEmpty() ? all : inCourse).stream().map(this::right).filter(Objects::nonNull).forEach(rights::add);
		return rights;
	}

	/** Whether somebody with these roles may place something in a course. */
	public boolean mayPlace(Roles roles) {
		Set<Right> rights = rights(roles);
		return rights.contains(Right.STAFF) || rights.contains(Right.PLACER);
	}

	private @Nullable Right right(String role) {
		return this.changes.getOrDefault(role, DEFAULTS.get(role));
	}

	/** One change a line, as a form and the database hold them. */
	public String text() {
		return this.changes.entrySet()
			.stream()
			.map((change) -> change.getKey() + ": " + change.getValue().code())
			.collect(Collectors.joining("\n"));
	}

	/** For the ledger. */
	public String inOneLine() {
		return this.changes.isEmpty() ? "default" : text().replace("\n", ", ");
	}

	/**
	 * Reads what {@link #text()} wrote, or what somebody typed.
	 * @throws IllegalArgumentException with the first line that says no change
	 */
	public static RoleMapping of(@Nullable String text) {
		Map<String, Right> changes = new LinkedHashMap<>();
		for (String line : Objects.requireNonNullElse(text, "").lines().map(String::strip).toList()) {
			if (!line.isEmpty()) {
				String[] parts = line.split("\\s*:\\s*", 2);
				Right right = (parts.length == 2) ? Right.of(parts[1]) : null;
				if (right == null || !isRole(parts[0]) || changes.put(parts[0], right) != null
						|| changes.size() > MOST) {
					throw new IllegalArgumentException(line);
				}
			}
		}
		return new RoleMapping(changes);
	}

	/** Whether a text names a role in short. */
	public static boolean isRole(String text) {
		return ROLE.matcher(text).matches();
	}

	/** What a role gives. */
	public enum Right {

		/** Sees the course and its mentors, places, gets no grade. */
		STAFF,

		/** Is being prepared, gets a grade. */
		LEARNER,

		/** Places activities and sees every key; sees nothing of people. */
		PLACER,

		/** Looks at what a mentor sees; nothing counts. */
		OBSERVER;

		/** Its name in files and forms, and at the end of message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		static @Nullable Right of(String code) {
			for (Right right : values()) {
				if (right.code().equals(code)) {
					return right;
				}
			}
			return null;
		}

	}

}
