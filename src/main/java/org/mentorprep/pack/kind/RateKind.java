package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.rate.Rate;
import org.mentorprep.activity.rate.Rating;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** A situation and responses to rate, as authors write them. */
class RateKind implements ExerciseKind {

	@Override
	public String name() {
		return "rate";
	}

	@Override
	public void checkReferences(YamlFile file, Problems problems) {
		ExerciseFile.checkIds(file, "/responses", "responses", problems);
	}

	@Override
	public Activity build(JsonNode tree) {
		List<Rate.Response> responses = new ArrayList<>();
		tree.path("responses")
			.forEach((response) -> responses.add(new Rate.Response(response.path("id").asString(),
					ExerciseFile.text(response.path("text")), Rating.of(response.path("key").asString()),
					response.has("flag") ? response.path("flag").asString() : null,
					ExerciseFile.paragraphs(response.path("feedback")))));
		return new Rate(ExerciseFile.paragraphs(tree.path("situation")), ExerciseFile.text(tree.path("ask")),
				responses);
	}

	@Override
	public void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems) {
		List<Rate.Response> responses = ((Rate) activity).responses();
		if (responses.stream().map((response) -> response.key().helps()).distinct().count() < 2) {
			problems.add(file, "/responses", "All responses "
					+ (responses.get(0).key().helps() ? "help" : "hinder or harm") + "; there should be some of both.");
		}
		GuessingCheck.check(file, "/responses", activity.strategies(), passMark, problems);
	}

	/** Ratings on one side mean about the same; their mode decides within it. */
	@Override
	public PanelQuestions panel(Activity activity) {
		Rate rate = (Rate) activity;
		List<PanelQuestions.Choice> choices = Arrays.stream(Rating.values())
			.map((rating) -> PanelQuestions.Choice.spoken(rating.id(), "activity.rate.rating." + rating.id(),
					rating.helps() ? 0 : 1))
			.toList();
		List<PanelQuestions.Thing> things = rate.responses()
			.stream()
			.map((response) -> new PanelQuestions.Thing(response.id(), response.text(), response.key().id()))
			.toList();
		return new PanelQuestions(PanelQuestions.Rule.NEAR, rate.situation(), choices,
				List.of(new PanelQuestions.Part(List.of(), rate.ask(), things, false)));
	}

}
