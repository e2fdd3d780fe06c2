package org.mentorprep.attempt;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/**
	 * The modules in which each of some people tried a task so often that help may be
	 * wanted: whoever passed in the end is among them.
	 */
	public Map<PersonId, Set<ModuleId>> triedOften(Collection<PersonId> people) {
		return this.rows.finishedOften(people, AttemptResult.TRIES_BEFORE_HELP);
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
	 * A person began an attempt that was not there before. Published inside the
	 * transaction that keeps the attempt, with the person locked.
	 */
	public record AttemptBegun(AttemptId attempt, PersonId person, ModuleId module, TaskId task, Instant begunAt) {
	}

	/**
	 * The last answer of an attempt was marked. Published inside the transaction that
	 * keeps the answer, with the person locked.
	 */
	public record AttemptScored(AttemptId attempt, PersonId person, ModuleId module) {
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
