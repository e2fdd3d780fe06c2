package org.mentorprep.attempt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.attempt.AttemptPage.ReplyPage;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;

/**
 * An exercise as a mentor works it, without an attempt of anybody: at no link, and never
 * kept. Its pages are those of an attempt, so that whoever looks after content sees what
 * mentors see. The answers so far travel in the form.
 */
record Preview(Attempt attempt) {

	/** The order of choices is the same each time. */
	private static final long SEED = 1;

	private static final UUID NONE = new UUID(0, 0);

	private static final LinkId NOWHERE = new LinkId(NONE);

	private static final int MOST_ANSWERS = 40;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Begins an exercise; nothing if no task of the modules is filled from it. */
	static Optional<Preview> of(ExerciseId exercise, Pack pack, List<Module> modules) {
		return modules.stream()
			.flatMap((module) -> module.tasks()
				.stream()
				.filter((task) -> task.pool().contains(exercise))
				.map((task) -> Attempt.of(new AttemptId(NONE), new PersonId(NONE), pack, module.id(), task.id(),
						exercise, SEED, false, List.of(), "")))
			.findFirst()
			.map(Preview::new);
	}

	/**
	 * As far as a form says that one has come.
	 * @param sent what {@link #soFar()} gave; absent at the beginning
	 */
	Preview resumed(@Nullable String sent) {
		try {
			List<Map<String, List<String>>> answers = JSON.readValue((sent != null) ? sent : "[]",
					new TypeReference<>() {
					});
			if (answers.size() > MOST_ANSWERS) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			Attempt resumed = this.attempt;
			for (Map<String, List<String>> answer : answers) {
				resumed = resumed.with(new Answer(answer));
			}
			return new Preview(resumed);
		}
		catch (JacksonException | NullPointerException | AnswerRefused | IllegalStateException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
	}

	/** The answers so far, as the next form brings them back. */
	String soFar() {
		return JSON.writeValueAsString(this.attempt.answers().stream().map(Answer::values).toList());
	}

	/** One answer further, as a browser sent it. */
	Preview answered(Answer sent) {
		return new Preview(this.attempt.with(this.attempt.read(sent)));
	}

	/** The page of the step that is due. */
	AttemptPage step() {
		return AttemptPage.of(NOWHERE, this.attempt);
	}

	/** The page of the step that is due, after an answer to it was refused. */
	AttemptPage refused(Answer sent, AnswerRefused refused) {
		return AttemptPage.of(NOWHERE, this.attempt, sent, refused);
	}

	/**
	 * The page of the step that is due in another shape, if that is what was asked for.
	 */
	Optional<AttemptPage> changed(Answer sent) {
		return sent.first(Activity.CHANGE).isEmpty() ? Optional.empty()
				: this.attempt.changed(sent).map((shape) -> AttemptPage.of(NOWHERE, this.attempt, shape, sent));
	}

	/** The page of what came of the last answer. */
	ReplyPage reply() {
		return ReplyPage.of(NOWHERE, this.attempt, this.attempt.due() - 1, true);
	}

	/** Whether the last answer has a reply, and does not lead straight on. */
	boolean hasReply() {
		return this.attempt.hasReply(this.attempt.due() - 1);
	}

	boolean done() {
		return this.attempt.done();
	}

	Module module() {
		return this.attempt.pinnedModule();
	}

	Exercise exercise() {
		return this.attempt.exercise();
	}

	/** Whether nothing was answered yet. */
	boolean begins() {
		return this.attempt.answers().isEmpty();
	}

	/** What the answers come to; 0 before the end. */
	int points() {
		return this.attempt.mark().map((mark) -> mark.points()).orElse(0);
	}

}
