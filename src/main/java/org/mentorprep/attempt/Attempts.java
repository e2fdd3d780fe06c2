package org.mentorprep.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Mark;
import org.mentorprep.attempt.AttemptResult.ScoredAttempt;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;

/** What other rooms may ask about attempts. */
@Component
public class Attempts {

	private static final int TRIES_BEFORE_A_PAUSE = 2;

	private final AttemptRepository rows;

	private final Library library;

	Attempts(AttemptRepository rows, Library library) {
		this.rows = rows;
		this.library = library;
	}

	/** All finished attempts of a person in a module, oldest first. */
	List<ScoredAttempt> scored(PersonId person, ModuleId module) {
		return this.rows.scored(person, module);
	}

	/**
	 * All finished attempts of a person in a module, oldest first, held against the pass
	 * rule.
	 */
	public List<AttemptResult> judged(PersonId person, ModuleId module) {
		return scored(person, module).stream().map((attempt) -> judge(module, attempt)).toList();
	}

	/**
	 * All attempts of a person in a module, each with its result under the rules of now:
	 * finished ones first, in the order in which they were finished.
	 */
	public List<AttemptSummary> all(PersonId person, ModuleId module) {
		return all(person).getOrDefault(module, List.of());
	}

	/** The same of all modules in which there are some. */
	public Map<ModuleId, List<AttemptSummary>> all(PersonId person) {
		Pack pack = this.library.current();
		return this.rows.all(person)
			.stream()
			.map((row) -> summary(pack, row))
			.collect(Collectors.groupingBy(AttemptSummary::module));
	}

	/** One attempt of a person. */
	public AttemptSummary summary(PersonId person, AttemptId attempt) {
		return this.rows.summary(person, attempt)
			.map((row) -> summary(this.library.current(), row))
			.orElseThrow(() -> new IllegalArgumentException("There is no attempt " + attempt));
	}

	private AttemptSummary summary(Pack pack, AttemptRepository.SummaryRow row) {
		Attempt attempt = row.attempt();
		ScoredAttempt scored = row.scored();
		return new AttemptSummary(attempt.id(), attempt.module(), attempt.task(), attempt.pack(), row.begunAt(),
				withdrawn(pack, attempt), (scored != null) ? judge(attempt.module(), scored) : null);
	}

	/** The same of one task. */
	List<AttemptResult> judged(PersonId person, ModuleId module, TaskId task) {
		return judged(person, module).stream().filter((judged) -> judged.attempt().task().equals(task)).toList();
	}

	/**
	 * Whether a finished attempt may show its keys: once its task is passed, or after the
	 * second try. Before that they would take the thinking out of the next one.
	 */
	boolean keysShown(Worked worked) {
		Attempt attempt = worked.attempt();
		List<AttemptResult> tries = judged(attempt.person(), attempt.module(), attempt.task());
		return worked.done() && (tries.size() >= 2 || tries.stream().anyMatch(AttemptResult::passed));
	}

	/** The unfinished attempts of a person in a module, at most one a task. */
	public List<OpenAttempt> open(PersonId person, ModuleId module) {
		return worth(this.rows.open(person, module)).map(this::opened).toList();
	}

	/** The same of all modules in which there are some. */
	public Map<ModuleId, List<OpenAttempt>> open(PersonId person) {
		return worth(this.rows.open(person))
			.collect(Collectors.groupingBy(Attempt::module, Collectors.mapping(this::opened, Collectors.toList())));
	}

	private Stream<Attempt> worth(List<Attempt> open) {
		Pack pack = this.library.current();
		return open.stream().filter((attempt) -> !withdrawn(pack, attempt));
	}

	private OpenAttempt opened(Attempt attempt) {
		Worked worked = work(attempt);
		return new OpenAttempt(attempt.id(), attempt.task(), worked.due(), worked.recap());
	}

	/**
	 * Whether someone tried a task twice or more without passing it, and has no try open:
	 * then the next one begins with a pause.
	 */
	boolean stuck(PersonId person, ModuleId module, TaskId task) {
		List<AttemptResult> tries = judged(person, module).stream()
			.filter((judged) -> judged.attempt().task().equals(task))
			.toList();
		return tries.size() >= TRIES_BEFORE_A_PAUSE && tries.stream().noneMatch(AttemptResult::passed)
				&& open(person, module).stream().noneMatch((open) -> open.task().equals(task));
	}

	/** The attempt if it is this person's, at a module that is there in the link. */
	Optional<Worked> worked(PersonId person, Requirements asked, AttemptId id) {
		return this.rows.find(person, id).filter((attempt) -> asked.has(attempt.module())).map(this::work);
	}

	/**
	 * The rule that a mark is held against: that of the module as it is now, or that of
	 * the version which the attempt was worked on if only by it the mark is enough. So a
	 * rule that becomes milder helps everyone, and one that becomes stricter takes
	 * nothing away.
	 */
	PassRule rule(ModuleId module, PackVersionId pack, Mark mark, Activity activity) {
		Optional<PassRule> then = this.library.version(pack).module(module).map(Module::passRule);
		Optional<PassRule> now = this.library.current().module(module).map(Module::passRule);
		return then
			.filter((rule) -> now.isEmpty() || (rule.passes(mark, activity) && !now.get().passes(mark, activity)))
			.or(() -> now)
			.orElseThrow();
	}

	/** Whether the exercise of an attempt turned out to be wrong since. */
	static boolean withdrawn(Pack pack, Attempt attempt) {
		return pack.module(attempt.module())
			.filter((module) -> module.withdrawn().contains(attempt.exercise()))
			.isPresent();
	}

	private Worked work(Attempt attempt) {
		return Worked.of(attempt, this.library.version(attempt.pack()));
	}

	private AttemptResult judge(ModuleId module, ScoredAttempt attempt) {
		Activity activity = this.library.version(attempt.pack()).exercise(attempt.exercise()).activity();
		PassRule rule = rule(module, attempt.pack(), attempt.mark(), activity);
		return new AttemptResult(attempt, rule.passes(attempt.mark(), activity),
				rule.below(attempt.mark(), activity.critical()));
	}

	/**
	 * An attempt was begun. Published inside the transaction that keeps it, with the
	 * person locked.
	 */
	public record AttemptBegun(AttemptId attempt, PersonId person, ModuleId module, TaskId task, PackVersionId pack,
			Instant at) {
	}

	/**
	 * The last answer of an attempt was marked. Published inside the transaction that
	 * keeps the answer, with the person locked.
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
	}

}
