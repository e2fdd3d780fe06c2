package org.mentorprep.lti.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/**
 * The beginning of the body of a response, as far as it is needed to tell why the LMS
 * refused, or whether what says success is a gradebook at all.
 *
 * @param json what the body is as JSON; absent if it is none
 * @param page whether it calls itself, or is, a page for a browser
 */
record LmsWords(String text, @Nullable JsonNode json, @Nullable MediaType type, boolean page) {

	/** So much is read; no answer to a score needs more. */
	private static final int MOST = 8 * 1024;

	private static final int LONGEST = 200;

	/** What Moodle writes where it can't write a reason. */
	private static final String EMPTY_LIST = "[]";

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Where LMSs put a sentence for people, the clearest first (RFC 9457 among them). */
	private static final List<String> MEMBERS = List.of("message", "detail", "error_description", "reason", "title",
			"error", "errors");

	/** As in Canvas: errors hold lists of errors. */
	private static final int DEEPEST = 4;

	private static final Pattern CLOSED = Pattern
		.compile("\\b(course|class|section|term|semester)\\b.*\\b(concluded|ended|closed|archived|completed|over)\\b");

	private static final Pattern PERSON = Pattern
		.compile("\\b(users?|students?|learners?|members?|persons?|enrol\\w*)\\b");

	private static final Pattern LINE_ITEM = Pattern
		.compile("\\b(line ?items?|columns?|grade ?items?|assignments?)\\b");

	/** Addresses of all kinds, numbers that could be somebody's, ids, tokens. */
	private static final Pattern PRIVATE = Pattern.compile("\\S*@\\S*|\\w+://\\S+|[\\w.-]*\\d{4,}[\\w.-]*|[\\w-]{24,}");

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\s]+");

	/** Reads the beginning of a body. */
	static LmsWords of(ClientHttpResponse response) throws IOException {
		String text = new String(response.getBody().readNBytes(MOST), StandardCharsets.UTF_8).strip();
		MediaType type = type(response);
		boolean page = text.startsWith("<") || (type != null && type.getSubtype().contains("html") && !isJson(text));
		return new LmsWords(text, page ? null : json(text), type, page);
	}

	private static boolean isJson(String text) {
		return text.isEmpty() || json(text) != null;
	}

	/** Absent if there is none, or none that can be read. */
	private static @Nullable MediaType type(ClientHttpResponse response) {
		try {
			return response.getHeaders().getContentType();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable JsonNode json(String text) {
		try {
			JsonNode json = JSON.readTree(text);
			return (json != null && !json.isMissingNode()) ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	boolean areEmptyList() {
		return EMPTY_LIST.equals(this.text);
	}

	/** Whether there is nothing, or what a service of grades answers. */
	boolean areOfGradebook() {
		return this.text.isEmpty() || this.json != null
				|| (!this.page && this.type != null && this.type.getSubtype().startsWith("vnd.ims."));
	}

	/** Whether JSON that came with success is a refusal all the same. */
	boolean refuse() {
		JsonNode answer = this.json;
		if (answer == null) {
			return false;
		}
		return areEmptyList() || answer.isBoolean() && !answer.booleanValue() || isFault(answer.path("error"))
				|| isFault(answer.path("errors")) || isFault(answer.path("success"), false);
	}

	private static boolean isFault(JsonNode member) {
		return !member.isMissingNode() && !member.isNull() && !member.asString("x").isEmpty()
				&& !(member.isContainer() && member.isEmpty()) && !isFault(member, false);
	}

	private static boolean isFault(JsonNode member, boolean value) {
		return member.isBoolean() && member.booleanValue() == value;
	}

	boolean tellOfClosedCourse() {
		return CLOSED.matcher(words()).find();
	}

	/** Whether it is a person whom the LMS does not know, and not a line item. */
	boolean tellOfPerson() {
		return PERSON.matcher(words()).find() && !LINE_ITEM.matcher(words()).find();
	}

	private String words() {
		return Objects.requireNonNullElse(sentence(), "").toLowerCase(Locale.ROOT);
	}

	/**
	 * What the LMS says, for course staff and operators: plain text without addresses,
	 * numbers and names of accounts. Absent if it says nothing, or sends a page or a
	 * whole score back.
	 */
	@Nullable String sentence() {
		boolean plain = this.json == null && this.type != null && this.type.isCompatibleWith(MediaType.TEXT_PLAIN);
		String told = (this.json != null) ? told(this.json, DEEPEST) : plain ? this.text : null;
		if (this.page || told == null) {
			return null;
		}
		told = told.substring(0, Math.min(told.length(), 5 * LONGEST));
		String clean = UNSEEN.matcher(PRIVATE.matcher(told).replaceAll("\u2026")).replaceAll(" ").strip();
		boolean markup = clean.chars().anyMatch((sign) -> "<>{}[]\"".indexOf(sign) >= 0);
		boolean words = clean.chars().filter(Character::isLetter).count() > 1;
		if (markup || !words) {
			return null;
		}
		return (clean.length() <= LONGEST) ? clean : clean.substring(0, LONGEST - 1).stripTrailing() + "\u2026";
	}

	private static @Nullable String told(JsonNode node, int deep) {
		if (node.isString()) {
			return node.stringValue().isBlank() ? null : node.stringValue();
		}
		if (deep == 0) {
			return null;
		}
		if (node.isArray()) {
			return node.isEmpty() ? null : told(node.get(0), deep - 1);
		}
		return MEMBERS.stream()
			.map(node::path)
			.map((member) -> told(member, deep - 1))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
