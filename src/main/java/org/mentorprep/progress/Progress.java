package org.mentorprep.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.RetryOnContention;
import org.mentorprep.attempt.Attempts;
import org.mentorprep.attempt.Attempts.AttemptBegun;
import org.mentorprep.attempt.Attempts.AttemptScored;
import org.mentorprep.attempt.Attempts.AttemptSummary;
import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.launch.LaunchRecorder.LinkLaunched;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Learners;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;

/**
 * What counts, and how far everyone is. It alone writes the rows: in the transaction in
 * which an attempt is begun or scored or a link is launched, with the person locked, so
 * that answer and result stand or fall together.
 */
@Component
public class Progress {

	private final ProgressRepository rows;

	private final Attempts attempts;

	private final Library library;

	private final Learners people;

	private final Ledger ledger;

	private final ApplicationEventPublisher events;

	Progress(ProgressRepository rows, Attempts attempts, Library library, Learners people, Ledger ledger,
			ApplicationEventPublisher events) {
		this.rows = rows;
		this.attempts = attempts;
		this.library = library;
		this.people = people;
		this.ledger = ledger;
		this.events = events;
	}

	/**
	 * How far someone is in a module, by the rules of now. What was reached once is never
	 * undercut by them.
	 * @throws IllegalArgumentException if there is no such module now nor in any version
	 * that the person worked on
	 */
	public ModuleProgress of(PersonId person, ModuleId module) {
		Pack pack = this.library.current();
		return now(pack, module, this.rows.module(person, module).orElse(null),
				() -> this.attempts.all(person, module));
	}

	/**
	 * The same in all that a link requires and offers, in one statement for modules and
	 * one for the programme.
	 */
	public LinkProgress of(PersonId person, Requirements requirements) {
		Pack pack = this.library.current();
		Map<ModuleId, ModuleProgress> kept = this.rows.modules(person);
		boolean old = kept.values().stream().anyMatch((module) -> !module.countedOn().equals(pack.id()));
		Map<ModuleId, List<AttemptSummary>> all = old ? this.attempts.all(person) : Map.of();
		Map<ModuleId, ModuleProgress> modules = requirements.modules()
			.stream()
			.distinct()
			.collect(Collectors.toMap((module) -> module,
					(module) -> now(pack, module, kept.get(module), () -> all.getOrDefault(module, List.of()))));
		Programme programme = requirements.programme();
		return new LinkProgress(modules, (programme != null) ? of(person, pack, programme, () -> kept) : null);
	}

	/** How far someone is in a programme of the version in use. */
	public ProgrammeProgress of(PersonId person, Programme programme) {
		return of(person, this.library.current(), programme, () -> this.rows.modules(person));
	}

	private ProgrammeProgress of(PersonId person, Pack pack, Programme programme,
			Supplier<Map<ModuleId, ModuleProgress>> modules) {
		ProgrammeProgress kept = this.rows.programme(person, programme.id()).orElse(null);
		return (kept != null && kept.countedOn().equals(pack.id())) ? kept
				: counted(pack, programme, modules.get(), kept);
	}

	/**
	 * Those of the course of a link who want help in some modules, by name.
	 * @param after how many of them to leave out
	 */
	public List<Mentor> helpWanted(LinkId link, Collection<ModuleId> modules, int after, int most) {
		return modules.isEmpty() ? List.of() : this.rows.helpWanted(link, modules, after, most);
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AttemptBegun begun) {
		count(begun.person(), new AttemptSummary(begun.attempt(), begun.module(), begun.task(), begun.pack(),
				begun.at(), false, null));
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AttemptScored scored) {
		count(scored.person(), this.attempts.summary(scored.person(), scored.attempt()));
		this.events.publishEvent(new ModuleProgressed(scored.person(), scored.module()));
	}

	/**
	 * Another version may have made a programme smaller since. Comes before the gradebook
	 * is told: what it hears must hold what was reached earlier.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	@Order(0)
	void on(LinkLaunched launched) {
		PersonId person = launched.enrolment().person();
		Map<ModuleId, ModuleProgress> modules = this.rows.modules(person);
		if (!modules.isEmpty()) {
			countProgrammes(person, this.library.current(), modules);
		}
	}

	/**
	 * Counts all attempts of a person again by the rules of now. What was reached before
	 * is kept; a result that rises is written into the ledger.
	 */
	@RetryOnContention
	@Transactional
	public void rebuild(PersonId person) {
		this.people.lock(person);
		Pack pack = this.library.current();
		Map<ModuleId, ModuleProgress> kept = this.rows.modules(person);
		Map<ModuleId, List<AttemptSummary>> all = this.attempts.all(person);
		Set<ModuleId> modules = new HashSet<>(kept.keySet());
		modules.addAll(all.keySet());
		Set<ModuleId> raised = new HashSet<>();
		for (ModuleId id : modules) {
			ModuleProgress before = kept.get(id);
			// What nobody requires any more waits until somebody does again.
			ModuleProgress now = (before != null && pack.module(id).isEmpty()) ? before.on(pack.id())
					: rebuilt(pack, id, before, all.getOrDefault(id, List.of()));
			save(person, before, now);
			kept.put(id, now);
			if (before != null && (now.points() > before.points() || now.completed() != before.completed())) {
				this.ledger.record(Actor.tool(), "progress.raised", person + " " + id,
						words(before) + " > " + words(now));
				raised.add(id);
			}
		}
		countProgrammes(person, pack, kept);
		raised.forEach((id) -> this.events.publishEvent(new ModuleProgressed(person, id)));
	}

	private static String words(ModuleProgress progress) {
		return progress.points() + (progress.completed() ? ", completed" : ", open");
	}

	/** Counts one more attempt; all of them if the row was counted on another version. */
	private void count(PersonId person, AttemptSummary attempt) {
		Pack pack = this.library.current();
		ModuleId id = attempt.module();
		Map<ModuleId, ModuleProgress> modules = this.rows.modules(person);
		ModuleProgress before = modules.get(id);
		boolean first = before == null && attempt.result() == null;
		ModuleProgress now = pack.module(id)
			.filter((module) -> first || (before != null && before.countedOn().equals(pack.id())))
			.map((module) -> ((before != null) ? before : ModuleProgress.none(module, pack.id())).with(module, attempt))
			.orElseGet(() -> rebuilt(pack, id, before, this.attempts.all(person, id)));
		save(person, before, now);
		modules.put(id, now);
		countProgrammes(person, pack, modules);
	}

	private void save(PersonId person, @Nullable ModuleProgress before, ModuleProgress now) {
		if (now.equals(before)) {
			return;
		}
		this.rows.save(person, now, before == null);
		if (now.completedAt() != null && now.version() != null && (before == null || !before.completed())) {
			this.events.publishEvent(new ModuleCompleted(person, now.module(), now.version(), now.completedAt()));
		}
	}

	/** Counts every programme anew in which one of the person's modules is mandatory. */
	private void countProgrammes(PersonId person, Pack pack, Map<ModuleId, ModuleProgress> modules) {
		Map<ProgrammeId, ProgrammeProgress> kept = this.rows.programmes(person);
		for (Programme programme : pack.programmes()) {
			ProgrammeProgress before = kept.remove(programme.id());
			if (before != null || programme.mandatory().stream().anyMatch(modules::containsKey)) {
				save(person, before, counted(pack, programme, modules, before));
			}
		}
		kept.values().forEach((gone) -> save(person, gone, gone.on(pack.id())));
	}

	private void save(PersonId person, @Nullable ProgrammeProgress before, ProgrammeProgress now) {
		if (now.equals(before)) {
			return;
		}
		this.rows.save(person, now, before == null);
		if (now.completedAt() != null && now.version() != null && (before == null || !before.completed())) {
			this.events.publishEvent(new ProgrammeCompleted(person, now.programme(), now.version(), now.completedAt()));
		}
	}

	/** The row; what the attempts come to if it was counted by another version. */
	private ModuleProgress now(Pack pack, ModuleId id, @Nullable ModuleProgress kept,
			Supplier<List<AttemptSummary>> attempts) {
		if (kept == null) {
			return pack.module(id)
				.map((module) -> ModuleProgress.none(module, pack.id()))
				.orElseThrow(() -> new IllegalArgumentException("There is no module " + id));
		}
		return kept.countedOn().equals(pack.id()) ? kept : rebuilt(pack, id, kept, attempts.get());
	}

	/** A module that is gone is counted as it was when somebody worked on it last. */
	private ModuleProgress rebuilt(Pack pack, ModuleId id, @Nullable ModuleProgress before,
			List<AttemptSummary> attempts) {
		Module module = pack.module(id)
			.or(() -> attempts.stream()
				.max(Comparator.comparing(AttemptSummary::activeOn))
				.flatMap((last) -> this.library.version(last.pack()).module(id)))
			.orElseThrow(() -> new IllegalArgumentException("There is no module " + id));
		return ((before != null) ? before : ModuleProgress.none(module, pack.id())).rebuilt(module, pack.id(),
				attempts);
	}

	private ProgrammeProgress counted(Pack pack, Programme programme, Map<ModuleId, ModuleProgress> modules,
			@Nullable ProgrammeProgress before) {
		ProgrammeProgress reached = (before != null) ? before
				: ProgrammeProgress.earlier(programme, pack, modules, this.library::version);
		return reached.counted(programme, pack.id(), modules);
	}

	/**
	 * A scored attempt was counted, or a module was counted again and rose. Published
	 * inside the transaction that keeps it, with the person locked, after all rows are
	 * written.
	 */
	public record ModuleProgressed(PersonId person, ModuleId module) {
	}

	/**
	 * Someone has completed a module: told once. Published inside the transaction that
	 * keeps it, with the person locked.
	 *
	 * @param version on which it was completed
	 */
	public record ModuleCompleted(PersonId person, ModuleId module, PackVersionId version, Instant at) {
	}

	/**
	 * Someone has completed a programme: told once. Published inside the transaction that
	 * keeps it, with the person locked.
	 *
	 * @param version by which it was completed
	 */
	public record ProgrammeCompleted(PersonId person, ProgrammeId programme, PackVersionId version, Instant at) {
	}

	/**
	 * A mentor of a course.
	 *
	 * @param name empty if the LMS gave none
	 */
	public record Mentor(LearnerId learner, String name) {
	}

}
