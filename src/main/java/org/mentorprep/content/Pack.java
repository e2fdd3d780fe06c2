package org.mentorprep.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Dimension;

/**
 * One published version of a pack, read and checked.
 *
 * @param version semantic version that the authors gave it
 * @param modules in the order in which they are offered
 * @param programmes at least one; the first is for links that name none
 * @param exercises all exercises of all modules, by id
 * @param diagnostics by module; a module need not have one
 */
public record Pack(PackVersionId id, String name, String version, String title, List<Module> modules,
		List<Programme> programmes, Map<ExerciseId, Exercise> exercises, Map<Dimension, DimensionWords> dimensions,
		Map<ModuleId, Diagnostic> diagnostics) {

	/** A pack without diagnostics. */
	public Pack(PackVersionId id, String name, String version, String title, List<Module> modules,
			Map<ExerciseId, Exercise> exercises, Map<Dimension, DimensionWords> dimensions) {
		this(id, name, version, title, modules, exercises, dimensions, Map.of());
	}

	/** A pack whose authors named no programmes: all of it is mandatory. */
	public Pack(PackVersionId id, String name, String version, String title, List<Module> modules,
			Map<ExerciseId, Exercise> exercises, Map<Dimension, DimensionWords> dimensions,
			Map<ModuleId, Diagnostic> diagnostics) {
		this(id, name, version, title, modules, List
			.of(new Programme(new ProgrammeId(name), title, "", modules.stream().map(Module::id).toList(), List.of())),
				exercises, dimensions, diagnostics);
	}

	/** The same with programmes that its authors put together. */
	public Pack with(List<Programme> programmes) {
		return new Pack(this.id, this.name, this.version, this.title, this.modules, programmes, this.exercises,
				this.dimensions, this.diagnostics);
	}

	/**
	 * The programme of that name; the first one if there is none, so that a link which
	 * names a programme of another version opens something useful.
	 */
	public Programme programme(@Nullable String named) {
		return this.programmes.stream()
			.filter((programme) -> programme.id().value().equals(named))
			.findFirst()
			.orElseGet(() -> this.programmes.get(0));
	}

	public Optional<Module> module(ModuleId module) {
		return this.modules.stream().filter((candidate) -> candidate.id().equals(module)).findFirst();
	}

	/**
	 * @throws IllegalArgumentException if the pack has no such exercise; the check before
	 * publishing makes sure that every task's pool exists
	 */
	public Exercise exercise(ExerciseId exercise) {
		return Optional.ofNullable(this.exercises.get(exercise))
			.orElseThrow(() -> new IllegalArgumentException("Pack " + this.name + " has no exercise " + exercise));
	}

	/** The diagnostic of a module, if it has one. */
	public Optional<Diagnostic> diagnostic(ModuleId module) {
		return Optional.ofNullable(this.diagnostics.get(module));
	}

	/** What a dimension is called; its bare id if this version has no words for it. */
	public String nameOf(Dimension dimension) {
		DimensionWords words = this.dimensions.get(dimension);
		return (words != null) ? words.name() : dimension.name();
	}

	/**
	 * What a dimension is called, and one sentence a level for the profile in the
	 * debrief.
	 *
	 * @param strong said from 75 points on
	 * @param partial said from 40 points on
	 * @param weak said below
	 */
	public record DimensionWords(String name, String strong, String partial, String weak) {
	}

}
