package org.mentorprep.activity.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.rewrite.Rewrite.Criterion;
import org.mentorprep.activity.rewrite.Rewrite.Degree;
import org.mentorprep.activity.rewrite.Rewrite.Exemplar;
import org.mentorprep.activity.rewrite.Rewrite.Sample;

/** Remarks to test with: one that is written out, and any number made by chance. */
final class Remarks {

	/** An own text of a length that is accepted. */
	static final String WORDS = "I saw four burners alight before the word was given. ".repeat(3).strip();

	private Remarks() {
	}

	/** Two criteria; the panel says yes and partly, then no and yes. */
	static Rewrite small() {
		return new Rewrite(List.of("It is Friday."), "Sort it out.", "Write it anew.",
				List.of(new Criterion("seen", "Says what was seen"), new Criterion("offer", "Offers help")),
				List.of(new Sample("One.", Map.of("seen", Degree.YES, "offer", Degree.PARTLY), List.of("Why one.")),
						new Sample("Two.", Map.of("seen", Degree.NO, "offer", Degree.YES), List.of("Why two."))),
				List.of(new Exemplar("Better.", true, "For it sees."), new Exemplar("Worse.", false, "For it hides.")));
	}

	/** A remark whose panel uses at least two marks. */
	static Rewrite random(Random random) {
		List<Criterion> criteria = new ArrayList<>();
		for (int i = 0; i < 2 + random.nextInt(5); i++) {
			criteria.add(new Criterion("c" + i, "Criterion " + i));
		}
		List<Sample> samples = new ArrayList<>();
		for (int s = 0; s < 2; s++) {
			Map<String, Degree> panel = new LinkedHashMap<>();
			criteria.forEach((criterion) -> panel.put(criterion.id(), any(random)));
			panel.put("c0", (s == 0) ? Degree.YES : Degree.NO);
			samples.add(new Sample("Sample " + s, panel, List.of("Why.")));
		}
		return new Rewrite(List.of("It is Friday."), "Sort it out.", "Write.", criteria, samples, List.of());
	}

	private static Degree any(Random random) {
		return Degree.values()[random.nextInt(3)];
	}

	static Answer words(String words) {
		return new Answer(Map.of("words", List.of(words)));
	}

	/** The same degrees, in the order of the criteria. */
	static Answer marks(Rewrite rewrite, Degree... degrees) {
		Map<String, List<String>> marks = new HashMap<>();
		for (int i = 0; i < degrees.length; i++) {
			marks.put(rewrite.criteria().get(i).id(), List.of(degrees[i].word()));
		}
		return new Answer(marks);
	}

	/** Works to the end; the samples are marked as given. */
	static ActivityState work(Rewrite rewrite, BiFunction<Integer, String, Degree> marks) {
		return rewrite.replay(1, List.of(words(WORDS), sample(rewrite, 0, marks), sample(rewrite, 1, marks),
				new Answer(Map.of()), judge(rewrite, marks, WORDS)));
	}

	private static Answer judge(Rewrite rewrite, BiFunction<Integer, String, Degree> marks, String words) {
		Map<String, List<String>> fields = new HashMap<>(sample(rewrite, 0, marks).values());
		fields.put("words", List.of(words));
		return new Answer(fields);
	}

	private static Answer sample(Rewrite rewrite, int sample, BiFunction<Integer, String, Degree> marks) {
		Map<String, List<String>> fields = new HashMap<>();
		rewrite.criteria()
			.forEach((criterion) -> fields.put(criterion.id(), List.of(marks.apply(sample, criterion.id()).word())));
		return new Answer(fields);
	}

}
