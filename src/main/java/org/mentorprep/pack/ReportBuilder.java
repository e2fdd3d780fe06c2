package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Strategy;
import org.mentorprep.pack.kind.DiagnosticItems;
import org.mentorprep.pack.kind.ExerciseKind;
import org.mentorprep.pack.kind.ExerciseKind.ExerciseKinds;
import org.mentorprep.pack.kind.Readability;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Counts what there is in a pack, as far as it can be read. */
public class ReportBuilder {

	private final PackTrees trees;

	public ReportBuilder(PackTrees trees) {
		this.trees = trees;
	}

	public PackReport build(Problems problems) {
		List<PackReport.ModuleCount> modules = new ArrayList<>();
		this.trees.pack()
			.ifPresent((pack) -> pack.tree()
				.path("modules")
				.valueStream()
				.map((folder) -> folder.asString(""))
				.forEach((folder) -> Optional.ofNullable(this.trees.modules().get(folder))
					.ifPresent((module) -> modules.add(count(folder, module.tree().path("tasks"))))));
		List<PackReport.ExerciseTable> exercises = Stream
			.concat(this.trees.exercises().stream().map(ReportBuilder::table),
					this.trees.diagnostics().stream().map(ReportBuilder::table))
			.toList();
		return new PackReport(text("id"), text("version"), problems.inReadingOrder(), modules, exercises,
				new TranslationCheck(this.trees, new Problems()).check());
	}

	private PackReport.ModuleCount count(String folder, JsonNode tasks) {
		List<PackTrees.PageFile> pages = this.trees.pagesOf(folder);
		return new PackReport.ModuleCount(folder, pages.size(),
				pages.stream().mapToInt((page) -> Readability.words(page.markdown())).sum(), tasks.size(),
				pages.stream().mapToInt((page) -> minutes(page.front().tree())).sum(),
				tasks.valueStream().mapToInt(ReportBuilder::minutes).sum(), pages.stream().map(this::count).toList());
	}

	private PackReport.PageCount count(PackTrees.PageFile page) {
		return new PackReport.PageCount(page.id(), Readability.words(page.markdown()), minutes(page.front().tree()),
				ReadabilityCheck.prose(page, ReadabilityCheck.language(this.trees)).readingAge());
	}

	private static PackReport.ExerciseTable table(PackTrees.ExerciseFile exercise) {
		YamlFile yaml = exercise.yaml();
		List<Strategy> strategies = ExerciseKinds.of(yaml)
			.filter((kind) -> exercise.shaped() && kind.checkReferences(yaml, new Problems()))
			.map((kind) -> kind.build(yaml.tree()).strategies())
			.orElse(List.of());
		return new PackReport.ExerciseTable(exercise.id(), ExerciseKinds.of(yaml).map(ExerciseKind::name).orElse(""),
				yaml.path(), minutes(yaml.tree()), strategies);
	}

	private static PackReport.ExerciseTable table(PackTrees.DiagnosticFile diagnostic) {
		DiagnosticItems items = new DiagnosticItems(diagnostic.yaml());
		boolean sound = diagnostic.shaped() && items.checkReferences(new Problems());
		return new PackReport.ExerciseTable(diagnostic.folder(), "diagnostic", diagnostic.yaml().path(),
				minutes(diagnostic.yaml().tree()), sound ? items.strategies() : List.of());
	}

	private String text(String field) {
		return this.trees.pack().map((pack) -> pack.text(field)).orElse("");
	}

	private static int minutes(JsonNode node) {
		return node.path("minutes").asInt(0);
	}

}
