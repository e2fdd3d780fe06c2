package org.mentorprep.attempt;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.NotFound;
import org.mentorprep.activity.RouteMap;
import org.mentorprep.activity.Strategy;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.LinkId;
import org.mentorprep.programme.Requirements;

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

	static PreviewPage of(PreviewPlace place, Preview preview, Shows shows) {
		Exercise exercise = preview.exercise();
		boolean first = preview.begins();
		return new PreviewPage(place.path() + "/exercises/" + exercise.id(), preview.module(), exercise,
				preview.soFar(), shows, preview.points(), first ? exercise.activity().routes().orElse(null) : null,
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

		/** What a link requires and offers, for its course staff. */
		static PreviewPlace ofCourse(LinkId link, Pack pack, Requirements requirements) {
			String origin = "/links/" + link;
			return new PreviewPlace(Whose.COURSE, origin + "/preview", origin, pack,
					pack.modules().stream().filter((module) -> requirements.has(module.id())).toList());
		}

		/** All that course staff can place. */
		static PreviewPlace ofPicker(UUID request, Pack pack) {
			String origin = "/deeplink/" + request;
			return new PreviewPlace(Whose.PICKER, origin + "/preview", origin, pack, pack.modules());
		}

		/** A pack on the operator's pages. */
		static PreviewPlace ofOperator(String origin, Pack pack) {
			return new PreviewPlace(Whose.OPERATOR, origin + "/preview", origin, pack, pack.modules());
		}

		Module module(ModuleId module) {
			return this.modules.stream()
				.filter((one) -> one.id().equals(module))
				.findFirst()
				.orElseThrow(NotFound::new);
		}

		/** An exercise that fills a task of one of the modules, at its beginning. */
		Preview exercise(ExerciseId exercise) {
			return Preview.of(exercise, this.pack, this.modules).orElseThrow(NotFound::new);
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
