package org.mentorprep.attempt;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.RouteMap;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.Module;
import org.mentorprep.content.Strategy;
import org.mentorprep.launch.LinkId;

/**
 * What the template {@code attempt/preview} needs besides the page of a step or a reply.
 *
 * @param soFar the answers so far, as the next form brings them back
 * @param shows a step, a reply, or the end
 * @param points what the answers come to, at the end
 * @param routes all ways through, before the first answer
 * @param strategies what blind play earns, before the first answer
 */
record PreviewPage(LinkId link, Module module, Exercise exercise, String soFar, Shows shows, int points,
		@Nullable RouteMap routes, List<Strategy> strategies) {

	/** Where its forms go. */
	public String path() {
		return "/links/" + this.link + "/preview/exercises/" + this.exercise.id();
	}

	/** What is on the page. */
	enum Shows {

		STEP, REPLY, END

	}

}
