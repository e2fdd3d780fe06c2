package org.mentorprep.attempt;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Step;
import org.mentorprep.attempt.AttemptPage.ReplyPage;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;

/**
 * An exercise as a mentor works it, without an attempt: nobody's, at no link, and never
 * kept. Its pages are those of an attempt, so that whoever looks after content sees what
 * mentors see.
 */
public final class Preview {

	/** The order of choices is the same each time. */
	private static final long SEED = 1;

	private static final UUID NONE = new UUID(0, 0);

	private static final LinkId NOWHERE = new LinkId(NONE);

	private final Worked worked;

	private Preview(Worked worked) {
		this.worked = worked;
	}

	/** Begins an exercise; nothing if no task of the modules is filled from it. */
	public static Optional<Preview> of(ExerciseId exercise, Pack pack, List<Module> modules) {
		return modules.stream()
			.flatMap((module) -> module.tasks()
				.stream()
				.filter((task) -> task.pool().contains(exercise))
				.map((task) -> new Attempt(new AttemptId(NONE), new PersonId(NONE), pack.id(), module.id(), task.id(),
						exercise, SEED, null, "", List.of())))
			.findFirst()
			.map((attempt) -> new Preview(Worked.of(attempt, pack)));
	}

	/** What a form sent, within the bounds of an answer to an attempt. */
	public static Answer sent(MultiValueMap<String, String> fields) {
		return AttemptController.sent(fields);
	}

	/**
	 * One answer further.
	 * @param answer in the words of the content
	 */
	public Preview with(Answer answer) {
		return new Preview(this.worked.with(answer));
	}

	/** One answer further, as a browser sent it. */
	public Preview answered(Answer sent) {
		return with(this.worked.read(sent));
	}

	/**
	 * The page of the step that is due in another shape, if that is what was asked for.
	 */
	public Optional<Record> changed(Answer sent) {
		return sent.first(Activity.CHANGE).isEmpty() ? Optional.empty()
				: this.worked.changed(sent).map((shape) -> step(shape, sent, null));
	}

	/** The page of the step that is due. */
	public Record step(Answer given, @Nullable AnswerRefused refused) {
		return step(this.worked.progress().step().orElseThrow(), given, refused);
	}

	/** The page of what came of the last answer. */
	public Record reply() {
		int last = this.worked.due() - 1;
		return new ReplyPage(this.worked.head(NOWHERE), last, this.worked.decision(last), this.worked.outcome(last),
				this.worked.progress(), this.worked.done(), true);
	}

	/** Whether the last answer has a reply, and does not lead straight on. */
	public boolean hasReply() {
		return this.worked.hasReply(this.worked.due() - 1);
	}

	public boolean done() {
		return this.worked.done();
	}

	public Module module() {
		return this.worked.module();
	}

	public Exercise exercise() {
		return this.worked.exercise();
	}

	/** The answers so far, in the words of the content. */
	public List<Answer> answers() {
		return this.worked.attempt().answers();
	}

	/** What the answers come to; 0 before the end. */
	public int points() {
		return this.worked.progress().mark().map((mark) -> mark.points()).orElse(0);
	}

	private Record step(Step step, Answer given, @Nullable AnswerRefused refused) {
		return new AttemptPage(this.worked.head(NOWHERE), this.worked.due(), this.worked.decision(this.worked.due()),
				step, this.worked.progress(), given, refused, null);
	}

}
