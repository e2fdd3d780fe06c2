package org.mentorprep.attempt.preview;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.RouteMap;
import org.mentorprep.attempt.Rehearsal;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.Module;
import org.mentorprep.content.Strategy;

/**
 * What the template {@code attempt/preview} needs besides the page of a step or a reply.
 *
 * @param path where its forms go
 * @param soFar the answers so far, as the next form brings them back
 * @param shows a step, a reply, or the end
 * @param points what the answers come to, at the end
 * @param routes all ways through, before the first answer
 * @param strategies what blind play earns, before the first answer
 */
record PreviewPage(String path, Module module, Exercise exercise, String soFar, Shows shows, int points,
		@Nullable RouteMap routes, List<Strategy> strategies) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static PreviewPage of(PreviewPlace place, Rehearsal rehearsal, Shows shows) {
		List<Answer> answers = rehearsal.answers();
		Exercise exercise = rehearsal.exercise();
		boolean first = answers.isEmpty();
		return new PreviewPage(place.path() + "/exercises/" + exercise.id(), rehearsal.module(), exercise,
				JSON.writeValueAsString(answers.stream().map(Answer::values).toList()), shows, rehearsal.points(),
				first ? exercise.activity().routes().orElse(null) : null, first ? exercise.strategies() : List.of());
	}

	/** What is on the page. */
	enum Shows {

		STEP, REPLY, END

	}

}
