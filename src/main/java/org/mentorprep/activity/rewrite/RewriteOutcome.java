package org.mentorprep.activity.rewrite;

import java.util.List;

import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.rewrite.Rewrite.Degree;

/** What came of one step. */
public sealed interface RewriteOutcome extends Outcome {

	/** One's own version was kept. */
	record Written(String words) implements RewriteOutcome {

		@Override
		public String view() {
			return "rewrite-write";
		}

		@Override
		public int stage() {
			return 1;
		}

	}

	/**
	 * A sample was marked.
	 *
	 * @param number of the sample, from 1
	 * @param marks one's own beside the panel's
	 * @param why paragraphs on why the panel marks it like that
	 */
	record Marked(int number, String sample, List<Line> marks, List<String> why) implements RewriteOutcome {

		@Override
		public String view() {
			return "rewrite-sample";
		}

		@Override
		public boolean hasReply() {
			return true;
		}

		@Override
		public int stage() {
			return 2;
		}

		/** How many marks are the panel's. */
		public long same() {
			return this.marks.stream().filter(Line::same).count();
		}

	}

	/** One criterion, marked by oneself and by the panel. */
	record Line(String criterion, Degree own, Degree panel) {

		public boolean same() {
			return this.own == this.panel;
		}

	}

	/** The examples were seen. */
	record Compared() implements RewriteOutcome {

		@Override
		public String view() {
			return "rewrite-examples";
		}

		@Override
		public int stage() {
			return 3;
		}

	}

	/**
	 * One's own version was judged, and improved or kept.
	 *
	 * @param words the version that one goes away with
	 */
	record Judged(List<OwnMark> marks, String words) implements RewriteOutcome {

		@Override
		public String view() {
			return "rewrite-judge";
		}

		@Override
		public int stage() {
			return 4;
		}

	}

	/** How one judges one's own version by a criterion. */
	record OwnMark(String criterion, Degree degree) {
	}

}
