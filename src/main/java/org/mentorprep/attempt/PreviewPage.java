package org.mentorprep.attempt;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.RouteMap;
import org.mentorprep.activity.Strategy;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;

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

	static PreviewPage of(PreviewPlace place, Preview rehearsal, Shows shows) {
		List<Answer> answers = rehearsal.answers();
		Exercise exercise = rehearsal.exercise();
		boolean first = answers.isEmpty();
		return new PreviewPage(place.path() + "/exercises/" + exercise.id(), rehearsal.module(), exercise,
				JSON.writeValueAsString(answers.stream().map(Answer::values).toList()), shows, rehearsal.points(),
				first ? exercise.activity().routes().orElse(null) : null,
				first ? exercise.activity().strategies() : List.of());
	}

	/** What is on the page. */
	enum Shows {

		STEP, REPLY, END

	}

	/**
	 * Where a preview is opened from, and what is seen from there.
	 *
	 * @param whose whose pages it stands among
	 * @param path where it lives: everything of it is below
	 * @param origin the page it was opened from
	 */
	record PreviewPlace(Whose whose, String path, String origin, Pack pack, List<Module> modules) {

		PreviewPlace {
			modules = List.copyOf(modules);
		}

		public boolean operator() {
			return this.whose == Whose.OPERATOR;
		}

		/** Where one comes back to from a module. */
		public String back(ModuleId module) {
			return switch (this.whose) {
				case COURSE -> this.origin + "/modules/" + module;
				case PICKER -> this.origin;
				case OPERATOR -> this.path;
			};
		}

		/** Who looks. */
		enum Whose {

			/** Course staff, at a module that is in their course. */
			COURSE,
			/** Course staff, before they place anything. */
			PICKER,
			/** Whoever runs the tool, before a pack is put into use. */
			OPERATOR

		}

	}

}
