package org.mentorprep.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mentorprep.activity.Answer;
import org.mentorprep.content.Module;
import org.mentorprep.diagnostic.DiagnosticForm.Questions;
import org.mentorprep.diagnostic.DiagnosticResult.ResultPage;
import org.mentorprep.diagnostic.Sitting.Draw;
import org.mentorprep.launch.LinkId;
import org.mentorprep.testing.Sample;

/** The questions by which a mentor finds out what they know, and what came of them. */
public final class DiagnosticSamples {

	private static final LinkId LINK = new LinkId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

	private static final Questions QUESTIONS = Questions.of(Draw.of(Authors.DIAGNOSTIC, List.of(), 7), 7);

	private static final Module MODULE = Authors.PACK.module(Authors.MODULE).orElseThrow();

	private DiagnosticSamples() {
	}

	public static List<Sample> all() {
		Map<String, List<String>> some = new HashMap<>();
		some.put("q1-entry-1", List.of("2"));
		some.put("q1-sure", List.of("fairly"));
		some.put("q4-entry-2", List.of("3"));
		for (int step = 1; step <= 5; step++) {
			some.put("q6-step-" + step, List.of(String.valueOf(Math.min(step, 4))));
		}
		return List.of(new Sample("diagnostic", "diagnostic/form", form(new Answer(Map.of()), List.of())),
				new Sample("diagnostic-open", "diagnostic/form",
						form(new Answer(some), QUESTIONS.gaps(new Answer(some)))),
				new Sample("diagnostic-known", "diagnostic/result", result(0)),
				new Sample("diagnostic-not-yet", "diagnostic/result", result(QUESTIONS.all().size())));
	}

	private static DiagnosticForm form(Answer given, List<Question.Gap> gaps) {
		return new DiagnosticForm(LINK, MODULE.id(), MODULE.title(), "1.2.0", Authors.PACK.id(), 1, false, 5, QUESTIONS,
				given, gaps);
	}

	/**
	 * @param blind how many questions somebody answered with the first thing there is
	 */
	private static ResultPage result(int blind) {
		Map<String, List<String>> first = new HashMap<>();
		for (int entry = 1; entry <= 4; entry++) {
			for (Question question : QUESTIONS.all()) {
				first.put(question.field("entry-" + entry), List.of("1"));
			}
		}
		for (Question question : QUESTIONS.all()) {
			for (int step = 1; step <= 6; step++) {
				first.put(question.field("step-" + step), List.of(String.valueOf(step)));
			}
			first.put(question.field("sure"), List.of((question.number() % 2 == 0) ? "sure" : "unsure"));
		}
		List<Sitting.Response> given = new ArrayList<>(QUESTIONS.given(new Answer(first)).subList(0, blind));
		QUESTIONS.all()
			.subList(blind, QUESTIONS.all().size())
			.forEach((question) -> given.add(Authors.given(question.item())));
		return new ResultPage(LINK, MODULE.id(), MODULE.title(), "1.2.0", true, QUESTIONS.result(given),
				MODULE.pages().get(0), true);
	}

}
