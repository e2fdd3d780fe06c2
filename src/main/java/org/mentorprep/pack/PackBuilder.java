package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Dimension;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Pack.DimensionWords;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Page;
import org.mentorprep.content.PageId;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.pack.kind.DiagnosticFile;
import org.mentorprep.pack.kind.ExerciseFile;

/** Builds the pack from trees that were checked before. */
class PackBuilder {

	private final Markdown markdown = new Markdown();

	private final PackTrees trees;

	PackBuilder(PackTrees trees) {
		this.trees = trees;
	}

	Pack build(PackVersionId id) {
		JsonNode pack = this.trees.pack().orElseThrow().tree();
		List<Module> modules = new ArrayList<>();
		pack.path("modules").forEach((folder) -> modules.add(module(folder.asString())));
		Map<ExerciseId, Exercise> exercises = new LinkedHashMap<>();
		for (ExerciseFile file : this.trees.exercises()) {
			Exercise exercise = exercise(file);
			exercises.put(exercise.id(), exercise);
		}
		Map<Dimension, DimensionWords> dimensions = new EnumMap<>(Dimension.class);
		pack.path("dimensions")
			.propertyStream()
			.forEach((entry) -> dimensions.put(Dimension.valueOf(entry.getKey()), words(entry.getValue())));
		Pack built = new Pack(id, text(pack, "id"), text(pack, "version"), text(pack, "title"), List.copyOf(modules),
				Map.copyOf(exercises), Map.copyOf(dimensions), diagnostics());
		List<Programme> programmes = pack.path("programmes").valueStream().map(PackBuilder::programme).toList();
		return programmes.isEmpty() ? built : built.with(programmes);
	}

	private static Programme programme(JsonNode programme) {
		return new Programme(new ProgrammeId(text(programme, "id")), text(programme, "title"), text(programme, "why"),
				modules(programme.path("mandatory")), modules(programme.path("offered")));
	}

	private static List<ModuleId> modules(JsonNode ids) {
		return ids.valueStream().map((id) -> new ModuleId(id.asString())).toList();
	}

	private Map<ModuleId, Diagnostic> diagnostics() {
		Map<ModuleId, Diagnostic> diagnostics = new LinkedHashMap<>();
		for (DiagnosticFile file : this.trees.diagnostics()) {
			diagnostics.put(new ModuleId(file.folder()), file.diagnostic(references()));
		}
		return Map.copyOf(diagnostics);
	}

	private Module module(String folder) {
		JsonNode module = Objects.requireNonNull(this.trees.modules().get(folder)).tree();
		List<Page> pages = new ArrayList<>();
		module.path("pages").forEach((page) -> pages.add(page(folder, page.asString())));
		List<Task> tasks = new ArrayList<>();
		module.path("tasks").forEach((task) -> tasks.add(task(task)));
		Set<ExerciseId> withdrawn = module.path("yanked")
			.valueStream()
			.map((exercise) -> new ExerciseId(exercise.asString()))
			.collect(Collectors.toUnmodifiableSet());
		PassRule pass = new PassRule(module.at("/pass/mark").asInt(), module.at("/pass/floor").asInt());
		return new Module(new ModuleId(folder), text(module, "title"), text(module, "why"), text(module, "lead"), pass,
				List.copyOf(pages), List.copyOf(tasks), withdrawn);
	}

	private Page page(String folder, String id) {
		PackTrees.PageFile file = this.trees.pagesOf(folder)
			.stream()
			.filter((page) -> page.id().equals(id))
			.findFirst()
			.orElseThrow();
		JsonNode references = references();
		String note = note(file.front().tree()).replaceAll("\\s+", " ");
		List<String> sources = new ArrayList<>();
		file.front().tree().path("sources").forEach((source) -> sources.add(text(references, source.asString())));
		return new Page(new PageId(id), text(file.front().tree(), "title"), file.front().tree().path("minutes").asInt(),
				this.markdown.html(note.isEmpty() ? file.markdown() : "> " + note + "\n\n" + file.markdown()),
				List.copyOf(sources));
	}

	private JsonNode references() {
		return this.trees.sources().orElseThrow().tree().path("sources");
	}

	private static Task task(JsonNode task) {
		List<ExerciseId> pool = new ArrayList<>();
		task.path("pool").forEach((exercise) -> pool.add(new ExerciseId(exercise.asString())));
		return new Task(new TaskId(text(task, "id")), text(task, "title"), text(task, "why"),
				task.path("minutes").asInt(), task.path("weight").asDouble(), task.path("required").asBoolean(),
				List.copyOf(pool));
	}

	private static Exercise exercise(ExerciseFile file) {
		JsonNode tree = file.yaml().tree();
		boolean draft = "draft".equals(tree.at("/key/status").asString());
		return new Exercise(new ExerciseId(text(tree, "id")), text(tree, "title"), tree.path("minutes").asInt(), draft,
				file.activity(), ExerciseFile.byDimension(tree.path("tips")), note(tree), text(tree, "reflection"));
	}

	private static DimensionWords words(JsonNode words) {
		return new DimensionWords(text(words, "name"), text(words, "strong"), text(words, "partial"),
				text(words, "weak"));
	}

	private static String note(JsonNode tree) {
		return tree.path("content_note").asString("").strip();
	}

	private static String text(JsonNode node, String field) {
		return ExerciseFile.text(node.path(field));
	}

}
