package practicelms.page;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import practicelms.course.Grade;
import practicelms.course.LineItem;
import practicelms.course.Person;

/** One row of the gradebook as a teacher reads it. */
public record GradebookRow(String elementId, String user, int cmid, String person, String activity, String score,
		String completion, String comment, String flags) {

	static GradebookRow of(Person person, int cmid, LineItem item, Grade grade) {
		String flags = (grade.overridden() ? "overridden " : "") + (grade.locked() ? "locked" : "");
		return new GradebookRow("grade-" + person.id() + "-" + item.id(), person.id(), cmid, person.name(),
				item.label(),
				(grade.score() != null) ? text(grade.score()) + " of " + text(grade.maximum()) : "No grade yet",
				completion(grade), (grade.comment() != null) ? grade.comment() : "", flags.trim());
	}

	private static String completion(Grade grade) {
		return switch (grade.completion()) {
			case NOT_YET -> "To do";
			case PASSED -> "Done: passed";
			case FAILED -> "Done: failed";
		};
	}

	private static String text(double value) {
		return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
	}

}
