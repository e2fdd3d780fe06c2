package practicelms.service;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Score;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes scores (AGS, section 3.4) by the rules of Moodle's scores.php. Stricter in one
 * thing: a timestamp needs an offset, as the specification wants.
 */
class Scores implements Resource {

	private static final String FORMAT = "application/vnd.ims.lis.v1.score+json";

	private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*");

	private final Access access;

	private final Gradebook gradebook;

	private final Course course;

	private final JsonMapper json;

	Scores(Access access, Gradebook gradebook, Course course, JsonMapper json) {
		this.access = access;
		this.gradebook = gradebook;
		this.course = course;
		this.json = json;
	}

	@Override
	public Pattern path() {
		return Pattern.compile("/([^/]+)/lineitems/([^/]+)/lineitem/scores");
	}

	@Override
	public List<String> formats() {
		return List.of(FORMAT);
	}

	@Override
	public Set<String> methods() {
		return Set.of("POST");
	}

	@Override
	public ServiceAnswer execute(ServiceRequest request) {
		this.access.check(request, Set.of(Scope.SCORE));
		LineItem item = this.access.lineItem(request);
		Optional<Score> score = read(request.body());
		if (score.isEmpty()) {
			return refused(request.body());
		}
		return switch (this.gradebook.take(item.id(), score.get())) {
			case TAKEN -> ServiceAnswer.ok(null, "");
			case NOT_LATER -> ServiceAnswer.emptyList(409, FORMAT);
			case LOCKED -> ServiceAnswer.emptyList(500, FORMAT);
		};
	}

	/**
	 * Moodle puts the whole body into the reason phrase of its 400. PHP sends no header
	 * with a line break in it, so the status stays 200. (The reason phrase itself is left
	 * out here: the server has none.)
	 */
	private static ServiceAnswer refused(String body) {
		boolean severalLines = body.contains("\n") || body.contains("\r");
		return ServiceAnswer.emptyList(severalLines ? 200 : 400, FORMAT);
	}

	private Optional<Score> read(String body) {
		try {
			JsonNode json = this.json.readTree(body);
			Optional<Instant> timestamp = instant(json.path("timestamp"));
			boolean complete = timestamp.isPresent() && json.hasNonNull("userId") && json.hasNonNull("activityProgress")
					&& json.hasNonNull("gradingProgress");
			if (!complete || !hasSoundNumbers(json) || !this.course.isGradable(json.path("userId").asString())) {
				return Optional.empty();
			}
			return Optional.of(score(json, timestamp.get()));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/** Anything but FullyGraded counts as no score at all, and so erases the grade. */
	private static Score score(JsonNode json, Instant timestamp) {
		boolean graded = json.hasNonNull("scoreGiven") && "FullyGraded".equals(json.path("gradingProgress").asString());
		Double given = graded ? number(json, "scoreGiven") : null;
		double maximum = json.hasNonNull("scoreMaximum") ? number(json, "scoreMaximum") : 1;
		String comment = json.path("comment").isString() ? json.path("comment").asString() : "";
		return new Score(json.path("userId").asString(), given, maximum, emptyToNull(comment), timestamp);
	}

	private static boolean hasSoundNumbers(JsonNode json) {
		boolean given = json.hasNonNull("scoreGiven");
		boolean maximum = json.hasNonNull("scoreMaximum");
		return (!given || (maximum && isNumber(json, "scoreGiven")))
				&& (!maximum || (isNumber(json, "scoreMaximum") && number(json, "scoreMaximum") != 0));
	}

	private static boolean isNumber(JsonNode json, String name) {
		JsonNode member = json.path(name);
		return member.isNumber() || (member.isString() && NUMBER.matcher(member.asString()).matches());
	}

	private static double number(JsonNode json, String name) {
		return Double.parseDouble(json.path(name).asString().trim());
	}

	private static Optional<Instant> instant(JsonNode json) {
		try {
			return json.isString() ? Optional.of(OffsetDateTime.parse(json.asString()).toInstant()) : Optional.empty();
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
