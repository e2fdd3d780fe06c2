package org.mentorprep.attempt;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.RetryOnContention;
import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Mark;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.Learners;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;

/**
 * The attempts of all people. Writes what a mentor does, and tells other packages what
 * came of it. Whatever writes locks the person first, so that double clicks, two tabs and
 * two nodes come one after the other, and each finds what the one before has left.
 */
@Component
public class Attempts {

	private final AttemptRepository rows;

	private final Library library;

	private final Learners people;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Attempts(AttemptRepository rows, Library library, Learners people, ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.library = library;
		this.people = people;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The open attempt at a task if there is one, else a fresh one on this pack. What was
	 * begun as practice is never gone on with as one that counts, nor the other way
	 * round.
	 * @param practice whether the person is no learner where it begins
	 */
	@RetryOnContention
	@Transactional
	public AttemptId begin(PersonId person, boolean practice, Pack pack, ModuleId module, Task task) {
		this.people.lock(person);
		return continued(pack, this.rows.open(person, practice, module))
			.filter((attempt) -> attempt.task().equals(task.id()))
			.map(Attempt::id)
			.findFirst()
			.orElseGet(() -> beginFresh(person, practice, pack, module, task));
	}

	/**
	 * Keeps an answer if its step is the one to answer. An answer to a step that was
	 * answered before changes nothing: the first one stands.
	 * @param requirements of the link through which the answer comes
	 * @param sent what the browser sent; kept in the words of the content
	 * @return how the attempt stands now; empty if there is no such attempt to be seen
	 * @throws org.mentorprep.activity.AnswerRefused if the step does not allow the
	 * answer; nothing is kept then
	 */
	@RetryOnContention
	@Transactional
	Optional<Attempt> answer(PersonId person, Requirements requirements, AttemptId id, int step, Answer sent) {
		this.people.lock(person);
		return find(person, requirements, id)
			.map((attempt) -> attempt.isDue(step) ? keep(attempt, step, attempt.read(sent)) : attempt);
	}

	/** Keeps the own thought, or forgets it if it is empty. */
	@RetryOnContention
	@Transactional
	void reflect(PersonId person, AttemptId id, String thought) {
		this.people.lock(person);
		this.rows.keepThought(id, person, thought);
	}

	/**
	 * The attempt if it is this person's, at a module that the link requires or offers.
	 */
	Optional<Attempt> find(PersonId person, Requirements requirements, AttemptId id) {
		return this.rows.find(person, id).filter((attempt) -> requirements.has(attempt.module()));
	}

	/**
	 * All finished attempts of a person in a module that count, oldest first, held
	 * against the pass rule.
	 */
	public List<AttemptResult> judged(PersonId person, ModuleId module) {
		return judged(person, false, module);
	}

	private List<AttemptResult> judged(PersonId person, boolean practice, ModuleId module) {
		return this.rows.scored(person, practice, module).stream().flatMap((row) -> result(row).stream()).toList();
	}

	/** The same of one task: those that count, or practice alone. */
	public List<AttemptResult> tries(PersonId person, boolean practice, ModuleId module, TaskId task) {
		return judged(person, practice, module).stream()
			.filter((result) -> result.attempt().task().equals(task))
			.toList();
	}

	/**
	 * All attempts of a person in a module that count, each with its result under the
	 * rules of now: finished ones first, in the order in which they were finished.
	 */
	public List<AttemptSummary> all(PersonId person, ModuleId module) {
		return all(person).getOrDefault(module, List.of());
	}

	/** The same of all modules in which there are some. */
	public Map<ModuleId, List<AttemptSummary>> all(PersonId person) {
		return this.rows.all(person).stream().map(this::summary).collect(Collectors.groupingBy(AttemptSummary::module));
	}

	/** One attempt of a person. */
	public AttemptSummary summary(PersonId person, AttemptId attempt) {
		return this.rows.row(person, attempt)
			.map(this::summary)
			.orElseThrow(() -> new IllegalArgumentException("There is no attempt " + attempt));
	}

	/**
	 * The unfinished attempts of a person in a module, at most one a task: those that
	 * count, or practice alone.
	 */
	public List<OpenAttempt> open(PersonId person, boolean practice, ModuleId module) {
		return continued(this.library.current(), this.rows.open(person, practice, module)).map(OpenAttempt::of)
			.toList();
	}

	/** The same of all modules in which there are some. */
	public Map<ModuleId, List<OpenAttempt>> open(PersonId person, boolean practice) {
		return continued(this.library.current(), this.rows.open(person, practice))
			.collect(Collectors.groupingBy(Attempt::module, Collectors.mapping(OpenAttempt::of, Collectors.toList())));
	}

	/**
	 * Whether someone tried a task twice or more without passing it, and has no try open:
	 * then the next one begins with a pause.
	 */
	boolean pauseDue(PersonId person, boolean practice, ModuleId module, TaskId task) {
		return AttemptResult.pauseDue(tries(person, practice, module, task))
				&& open(person, practice, module).stream().noneMatch((open) -> open.task().equals(task));
	}

	/**
	 * The rule that a mark is held against: that of the module as it is now, or that of
	 * the version which the attempt was worked on if only by it the mark is enough. So a
	 * rule that becomes milder helps everyone, and one that becomes stricter takes
	 * nothing away.
	 */
	PassRule rule(ModuleId module, Pack pack, Mark mark, Activity activity) {
		Optional<PassRule> then = pack.module(module).map(Module::passRule);
		Optional<PassRule> now = this.library.current().module(module).map(Module::passRule);
		return then
			.filter((rule) -> now.isEmpty() || (rule.passes(mark, activity) && !now.get().passes(mark, activity)))
			.or(() -> now)
			.orElseThrow();
	}

	private Optional<AttemptResult> result(AttemptRepository.Row row) {
		return row.scored().map((attempt) -> {
			Pack pack = this.library.version(attempt.pack());
			Activity activity = pack.exercise(attempt.exercise()).activity();
			return AttemptResult.of(attempt, activity, rule(row.module(), pack, attempt.mark(), activity));
		});
	}

	private AttemptSummary summary(AttemptRepository.Row row) {
		boolean withdrawn = this.library.current()
			.module(row.module())
			.filter((module) -> module.withdrawn().contains(row.exercise()))
			.isPresent();
		return new AttemptSummary(row.id(), row.module(), row.task(), row.pack(), row.begunAt(), withdrawn,
				result(row).orElse(null));
	}

	/** What was begun on an exercise that is withdrawn since is not gone on with. */
	private static Stream<Attempt> continued(Pack pack, List<Attempt> open) {
		return open.stream().filter((attempt) -> !attempt.withdrawnIn(pack));
	}

	private AttemptId beginFresh(PersonId person, boolean practice, Pack pack, ModuleId module, Task task) {
		List<ExerciseId> seen = this.rows.seen(person, module, task.id());
		Attempt fresh = Attempt.fresh(person, practice, pack, module, task, seen, this.random.nextLong());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.rows.begin(fresh, now);
		if (!practice) {
			this.events.publishEvent(new AttemptBegun(fresh.id(), person, module, task.id(), pack.id(), now));
		}
		return fresh.id();
	}

	private Attempt keep(Attempt before, int step, Answer answer) {
		Attempt after = before.with(answer);
		Instant now = this.clock.instant();
		this.rows.keep(after.id(), step, answer, now);
		after.mark().ifPresent((mark) -> {
			this.rows.finish(after.id(), after.person(), mark, now);
			if (!after.practice()) {
				this.events.publishEvent(new AttemptScored(after.id(), after.person(), after.module()));
			}
		});
		return after;
	}

	/**
	 * An attempt that counts was begun. Published inside the transaction that keeps it,
	 * with the person locked.
	 */
	public record AttemptBegun(AttemptId attempt, PersonId person, ModuleId module, TaskId task, PackVersionId pack,
			Instant at) {
	}

	/**
	 * The last answer of an attempt that counts was marked. Published inside the
	 * transaction that keeps the answer, with the person locked.
	 */
	public record AttemptScored(AttemptId attempt, PersonId person, ModuleId module) {
	}

	/**
	 * An attempt, as it counts.
	 *
	 * @param pack the version it was begun on
	 * @param withdrawn whether its exercise is withdrawn now
	 * @param result absent as long as it is not finished
	 */
	public record AttemptSummary(AttemptId id, ModuleId module, TaskId task, PackVersionId pack, Instant begunAt,
			boolean withdrawn, @Nullable AttemptResult result) {

		/** When something was done in it last. */
		public Instant activeOn() {
			return (this.result != null) ? this.result.attempt().finishedAt() : this.begunAt;
		}

	}

	/**
	 * An attempt that was begun and not finished.
	 *
	 * @param step the step to answer next, from 1
	 * @param recap one sentence that recalls where one was; empty before the first answer
	 */
	public record OpenAttempt(AttemptId id, TaskId task, int step, String recap) {

		static OpenAttempt of(Attempt attempt) {
			return new OpenAttempt(attempt.id(), attempt.task(), attempt.due(), attempt.recap());
		}

	}

}
