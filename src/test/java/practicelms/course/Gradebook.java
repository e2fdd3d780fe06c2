package practicelms.course;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The gradebook of the course: what it takes, keeps, refuses and forgets, as Moodle's.
 */
public class Gradebook {

	/** Column of the module activity. */
	public static final String JUDGEMENTORING_ITEM = "2";

	/** Column of the programme activity. */
	public static final String MENTOR_PREPARATION_ITEM = "3";

	/** In every column, of 100: the tool's pass mark. */
	public static final int GRADE_TO_PASS = 70;

	private final Clock clock;

	private final Map<String, LineItem> items = new LinkedHashMap<>();

	private final Map<String, Map<String, Grade>> grades = new LinkedHashMap<>();

	public Gradebook(Clock clock) {
		this.clock = clock;
		clear();
	}

	/** Empties the gradebook and puts its columns back as they were at the start. */
	public final synchronized void clear() {
		this.grades.clear();
		this.items.clear();
		this.items.put(JUDGEMENTORING_ITEM, column(JUDGEMENTORING_ITEM, Course.JUDGEMENTORING));
		this.items.put(MENTOR_PREPARATION_ITEM, column(MENTOR_PREPARATION_ITEM, Course.MENTOR_PREPARATION));
	}

	/** A teacher resets the course: the columns stay, and every grade is gone. */
	public synchronized void reset() {
		this.grades.clear();
	}

	private static LineItem column(String id, Activity activity) {
		return new LineItem(id, activity.title(), 100, "", "", activity.resourceLinkId());
	}

	public synchronized List<LineItem> lineItems() {
		return List.copyOf(this.items.values());
	}

	public synchronized Optional<LineItem> lineItem(String id) {
		return Optional.ofNullable(this.items.get(id));
	}

	/** The columns tied to one activity. */
	public List<LineItem> lineItemsOf(String resourceLinkId) {
		return lineItems().stream().filter((item) -> resourceLinkId.equals(item.resourceLinkId())).toList();
	}

	/** One more column, for an activity that a teacher saved. */
	public synchronized void add(Activity activity, double maximum, String resourceId, String tag) {
		String id = String.valueOf(Integer.parseInt(activity.resourceLinkId()) + 1);
		this.items.put(id, new LineItem(id, activity.title(), maximum, resourceId, tag, activity.resourceLinkId()));
	}

	/** Adds a column after all others, under the next number. */
	public synchronized LineItem add(LineItem wanted) {
		String id = String.valueOf(this.items.keySet().stream().mapToInt(Integer::parseInt).max().orElse(0) + 1);
		LineItem added = new LineItem(id, wanted.label(), wanted.maximum(), wanted.resourceId(), wanted.tag(),
				wanted.resourceLinkId());
		this.items.put(id, added);
		return added;
	}

	/** A teacher removes a column, and its grades with it. */
	public synchronized void remove(String itemId) {
		this.items.remove(itemId);
		this.grades.remove(itemId);
	}

	/** Removes what belongs to an activity that was deleted, with the grades. */
	public synchronized void remove(Activity activity) {
		for (LineItem item : lineItemsOf(activity.resourceLinkId())) {
			this.items.remove(item.id());
			this.grades.remove(item.id());
		}
	}

	/** Changes a column; a changed maximum rescales the grades in it. */
	public synchronized void replace(LineItem item) {
		this.items.put(item.id(), item);
		gradesOf(item.id()).replaceAll((user, grade) -> grade.onScaleOf(item));
	}

	/** One cell, empty if nothing was ever written into it. */
	public synchronized Grade grade(String userId, String itemId) {
		Grade kept = gradesOf(itemId).get(userId);
		return (kept != null) ? kept : Grade.none(userId, item(itemId));
	}

	/** Every cell that something was written into. */
	public synchronized List<Grade> grades() {
		List<Grade> all = new ArrayList<>();
		this.grades.values().forEach((column) -> all.addAll(column.values()));
		return all;
	}

	/** A teacher types a grade: from now on no score changes it. */
	public synchronized void override(String userId, String itemId, double score, @Nullable String feedback) {
		Grade old = grade(userId, itemId);
		put(new Grade(userId, itemId, old.raw(), score, old.maximum(), feedback, now(), true, old.locked()));
	}

	/** A teacher locks a grade: scores for it are refused. */
	public void lock(String userId, String itemId) {
		setLocked(userId, itemId, true);
	}

	public void unlock(String userId, String itemId) {
		setLocked(userId, itemId, false);
	}

	private synchronized void setLocked(String userId, String itemId, boolean locked) {
		put(grade(userId, itemId).locked(locked));
	}

	/**
	 * Takes a score, or says why not. Moodle compares whole seconds, and before it looks
	 * at the lock (scores.php).
	 */
	public synchronized Outcome take(String itemId, Score score) {
		Grade old = grade(score.userId(), itemId);
		Instant stamp = score.timestamp().truncatedTo(ChronoUnit.SECONDS);
		if (old.timestamp() != null && !stamp.isAfter(old.timestamp())) {
			return Outcome.NOT_LATER;
		}
		if (old.locked()) {
			return Outcome.LOCKED;
		}
		Double raw = (score.given() != null) ? round(score.given() * old.maximum() / score.maximum()) : null;
		put(old.overridden() ? behindOverride(old, raw, stamp) : written(old, raw, score.comment(), stamp));
		return Outcome.TAKEN;
	}

	private Grade written(Grade old, @Nullable Double raw, @Nullable String comment, Instant stamp) {
		Double score = (raw != null) ? Double.valueOf(Math.max(0, Math.min(raw, old.maximum()))) : null;
		return new Grade(old.userId(), old.itemId(), raw, score, old.maximum(), comment,
				(raw != null) ? stamp : receiptOf(comment), false, false);
	}

	/**
	 * Without a grade Moodle keeps the time of receipt if there is a comment, else none.
	 */
	private @Nullable Instant receiptOf(@Nullable String comment) {
		return (comment != null) ? now() : null;
	}

	private static Grade behindOverride(Grade old, @Nullable Double raw, Instant stamp) {
		return new Grade(old.userId(), old.itemId(), raw, old.score(), old.maximum(), old.comment(), stamp, true,
				false);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	/** Grades are kept with five decimals. */
	private static double round(double value) {
		return Math.round(value * 100_000) / 100_000.0;
	}

	private void put(Grade grade) {
		gradesOf(grade.itemId()).put(grade.userId(), grade);
	}

	private Map<String, Grade> gradesOf(String itemId) {
		return this.grades.computeIfAbsent(itemId, (id) -> new LinkedHashMap<>());
	}

	private LineItem item(String itemId) {
		return lineItem(itemId).orElseThrow(() -> new IllegalArgumentException("No column " + itemId));
	}

	/** What became of a score. */
	public enum Outcome {

		/** It was accepted, which doesn't mean that it is seen: see overridden. */
		TAKEN,

		/** A score of the same second or a later one stands there. */
		NOT_LATER,

		/** The grade is locked. */
		LOCKED

	}

}
