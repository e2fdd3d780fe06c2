package org.mentorprep.attempt;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.mentorprep.activity.Dimension;
import org.mentorprep.content.Library;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.PublishedPackId;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.programme.Asked;

/** What other rooms may ask about attempts. */
@Component
public class Attempts {

	private final AttemptRows rows;

	private final Library library;

	Attempts(AttemptRows rows, Library library) {
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
	public List<JudgedAttempt> judged(PersonId person, ModuleId module) {
		return scored(person, module).stream().map((attempt) -> judge(module, attempt)).toList();
	}

	/** The same of one task. */
	List<JudgedAttempt> judged(PersonId person, ModuleId module, TaskId task) {
		return judged(person, module).stream().filter((judged) -> judged.attempt().task().equals(task)).toList();
	}

	/**
	 * Whether a finished attempt may show its keys: once its task is passed, or after the
	 * second try. Before that they would take the thinking out of the next one.
	 */
	boolean keysShown(Worked worked) {
		Attempt attempt = worked.attempt();
		List<JudgedAttempt> tries = judged(attempt.person(), attempt.module(), attempt.task());
		return worked.done() && (tries.size() >= 2 || tries.stream().anyMatch(JudgedAttempt::passed));
	}

	/** The unfinished attempts of a person in a module, at most one a task. */
	public List<OpenAttempt> open(PersonId person, ModuleId module) {
		return this.rows.open(person, module)
			.stream()
			.map(this::work)
			.map((worked) -> new OpenAttempt(worked.attempt().id(), worked.attempt().task(), worked.due(),
					worked.recap()))
			.toList();
	}

	/** The attempt if it is this person's, at a module that is asked for. */
	Optional<Worked> worked(PersonId person, Asked asked, AttemptId id) {
		return this.rows.find(person, id).filter((attempt) -> asked.asksFor(attempt.module())).map(this::work);
	}

	/**
	 * What a module asks for now; what it asked for in that version if it is gone since.
	 */
	PassRule rule(ModuleId module, PublishedPackId pack) {
		return this.library.current()
			.module(module)
			.or(() -> this.library.version(pack).module(module))
			.map(Module::passRule)
			.orElseThrow();
	}

	private Worked work(Attempt attempt) {
		return Worked.of(attempt, this.library.version(attempt.pack()));
	}

	private JudgedAttempt judge(ModuleId module, ScoredAttempt attempt) {
		PassRule rule = rule(module, attempt.pack());
		Set<Dimension> critical = this.library.version(attempt.pack())
			.exercise(attempt.exercise())
			.activity()
			.critical();
		return new JudgedAttempt(attempt, rule.passes(attempt.mark(), critical), rule.below(attempt.mark(), critical));
	}

}
