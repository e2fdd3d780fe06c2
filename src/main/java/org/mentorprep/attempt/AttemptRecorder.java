package org.mentorprep.attempt;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Mark;
import org.mentorprep.attempt.Attempts.AttemptScored;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.launch.Learners;
import org.mentorprep.launch.PersonId;
import org.mentorprep.programme.Requirements;

/**
 * Writes down what a mentor does. Whoever writes locks the person first, so that double
 * clicks, two tabs and two nodes come one after the other, and each finds what the one
 * before has left.
 */
@Component
class AttemptRecorder {

	private final AttemptRepository rows;

	private final Attempts attempts;

	private final Learners learners;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	AttemptRecorder(AttemptRepository rows, Attempts attempts, Learners learners, ApplicationEventPublisher events,
			Clock clock) {
		this.rows = rows;
		this.attempts = attempts;
		this.learners = learners;
		this.events = events;
		this.clock = clock;
	}

	/** The open attempt at a task if there is one, else a fresh one on this pack. */
	@Transactional
	public AttemptId begin(PersonId person, Pack pack, ModuleId module, Task task) {
		this.learners.lock(person);
		return open(person, pack, module, task).orElseGet(() -> beginFresh(person, pack, module, task));
	}

	/**
	 * Keeps an answer if its step is the one to answer. An answer to a step that was
	 * answered before changes nothing: the first one stands.
	 * @param asked what the link asks for, through which the answer comes
	 * @param sent what the browser sent; kept in the words of the content
	 * @return how the attempt stands now; empty if there is no such attempt to be seen
	 * @throws org.mentorprep.activity.AnswerRefused if the step does not allow the
	 * answer; nothing is kept then
	 */
	@Transactional
	public Optional<Worked> answer(PersonId person, Requirements asked, AttemptId id, int step, Answer sent) {
		this.learners.lock(person);
		return this.attempts.worked(person, asked, id)
			.map((worked) -> (worked.done() || step != worked.due()) ? worked : keep(worked, step, worked.read(sent)));
	}

	/** Keeps the own thought, or forgets it if it is empty. */
	@Transactional
	public void reflect(PersonId person, AttemptId id, String thought) {
		this.learners.lock(person);
		this.rows.keepThought(id, person, thought);
	}

	private Worked keep(Worked before, int step, Answer answer) {
		Worked after = before.with(answer);
		Attempt attempt = after.attempt();
		this.rows.keep(attempt.id(), step, answer, this.clock.instant());
		Mark mark = attempt.mark();
		if (mark != null) {
			this.rows.finish(attempt.id(), attempt.person(), mark, this.clock.instant());
			this.events.publishEvent(new AttemptScored(attempt.id(), attempt.person(), attempt.module()));
		}
		return after;
	}

	/** What was begun on an exercise that is withdrawn since is not gone on with. */
	private Optional<AttemptId> open(PersonId person, Pack pack, ModuleId module, Task task) {
		return this.rows.open(person, module)
			.stream()
			.filter((attempt) -> attempt.task().equals(task.id()) && !Attempts.withdrawn(pack, attempt))
			.map(Attempt::id)
			.findFirst();
	}

	private AttemptId beginFresh(PersonId person, Pack pack, ModuleId module, Task task) {
		List<ExerciseId> seen = this.rows.seen(person, module, task.id());
		Attempt fresh = Attempt.fresh(person, pack, module, task, seen, this.random.nextLong());
		this.rows.begin(fresh, this.clock.instant());
		return fresh.id();
	}

}
