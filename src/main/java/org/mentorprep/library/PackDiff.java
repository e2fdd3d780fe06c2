package org.mentorprep.library;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.pack.PackTrees;
import org.mentorprep.pack.Translation;
import org.mentorprep.pack.kind.DiagnosticFile;
import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.yaml.YamlFile;

/** What changed from one version of a pack to another, and how much it weighs. */
class PackDiff {

	private static final String PACK = "pack.yaml";

	private final PackTrees before;

	private final PackTrees after;

	private final SortedSet<Change> changes = new TreeSet<>();

	PackDiff(PackTrees before, PackTrees after) {
		this.before = before;
		this.after = after;
	}

	/** The heaviest first; none if nothing that is read or marked has changed. */
	List<Change> changes() {
		pack(tree(this.before.pack().orElse(null)), tree(this.after.pack().orElse(null)));
		texts("sources.yaml", tree(this.before.sources().orElse(null)), tree(this.after.sources().orElse(null)));
		Map<String, YamlFile> modules = this.after.modules();
		this.before.modules().forEach((id, module) -> {
			YamlFile now = modules.get(id);
			if (now != null) {
				new ModuleDiff(module, now, this::add).compareModule();
				pages(id);
			}
		});
		exercises();
		diagnostics();
		translations();
		return List.copyOf(this.changes);
	}

	private void pack(JsonNode old, JsonNode now) {
		List<String> modules = texts(old.path("modules"));
		List<String> modulesNow = texts(now.path("modules"));
		modules.stream()
			.filter((module) -> !modulesNow.contains(module))
			.forEach((module) -> add(Weight.MAJOR, PACK, "The module " + module + " is gone."));
		modulesNow.stream()
			.filter((module) -> !modules.contains(module))
			.forEach((module) -> add(Weight.MINOR, PACK, "The module " + module + " is new."));
		if (modulesNow.containsAll(modules) && modules.containsAll(modulesNow) && !modules.equals(modulesNow)) {
			add(Weight.PATCH, PACK, "The modules are in another order.");
		}
		new ProgrammeDiff(old, now, PACK, this::add).compare();
		if (!old.path("variables").propertyNames().equals(now.path("variables").propertyNames())) {
			add(Weight.MINOR, PACK, "There are other variables.");
		}
		if (!old.path("title").equals(now.path("title")) || !old.path("dimensions").equals(now.path("dimensions"))
				|| !old.path("variables").equals(now.path("variables"))) {
			add(Weight.PATCH, PACK, "The words of the pack changed.");
		}
	}

	private void pages(String module) {
		Map<String, PackTrees.PageFile> old = byId(this.before.pagesOf(module));
		Map<String, PackTrees.PageFile> now = byId(this.after.pagesOf(module));
		old.forEach((id, page) -> {
			PackTrees.PageFile other = now.get(id);
			if (other == null) {
				add(Weight.MINOR, page.front().path(), "The page " + id + " is gone.");
			}
			else if (!page.markdown().equals(other.markdown()) || !page.front().tree().equals(other.front().tree())) {
				add(Weight.PATCH, other.front().path(), "The page " + id + " reads otherwise.");
			}
		});
		now.forEach((id, page) -> {
			if (!old.containsKey(id)) {
				add(Weight.MINOR, page.front().path(), "The page " + id + " is new.");
			}
		});
	}

	/** Which exercises there are is a matter of the pools that name them. */
	private void exercises() {
		for (ExerciseFile exercise : this.after.exercises()) {
			this.before.exercise(exercise.id())
				.ifPresent((old) -> new ModuleDiff(old.yaml(), exercise.yaml(), this::add).compareExercise());
		}
	}

	/** Nobody's result depends on them, so no change weighs more than something new. */
	private void diagnostics() {
		for (DiagnosticFile old : this.before.diagnostics()) {
			this.after.diagnostic(old.folder())
				.ifPresentOrElse(
						(now) -> new ModuleDiff(old.yaml(), now.yaml(),
								(weight, file, sentence) -> add((weight == Weight.MAJOR) ? Weight.MINOR : weight, file,
										sentence))
							.compareExercise(),
						() -> add(Weight.MINOR, old.yaml().path(), "The diagnostic is gone."));
		}
		for (DiagnosticFile now : this.after.diagnostics()) {
			if (this.before.diagnostic(now.folder()).isEmpty()) {
				add(Weight.MINOR, now.yaml().path(), "The diagnostic is new.");
			}
		}
	}

	private void translations() {
		this.after.translations().forEach((language, files) -> {
			var old = this.before.translations().get(language);
			if (old == null) {
				add(Weight.MINOR, "i18n/" + language, "There is a translation into " + language + ".");
			}
			else if (!trees(old).equals(trees(files))) {
				add(Weight.PATCH, "i18n/" + language, "The translation into " + language + " reads otherwise.");
			}
		});
		this.before.translations()
			.keySet()
			.stream()
			.filter((language) -> !this.after.translations().containsKey(language))
			.forEach((language) -> add(Weight.MINOR, "i18n/" + language, "The translation into it is gone."));
	}

	private void texts(String file, JsonNode old, JsonNode now) {
		if (!old.equals(now)) {
			add(Weight.PATCH, file, "It reads otherwise.");
		}
	}

	private void add(Weight weight, String file, String sentence) {
		this.changes.add(new Change(weight, file, sentence));
	}

	private static Map<String, JsonNode> trees(Map<String, Translation> translations) {
		Map<String, JsonNode> trees = new TreeMap<>();
		translations.forEach((path, translation) -> trees.put(path, translation.file().tree()));
		return trees;
	}

	private static Map<String, PackTrees.PageFile> byId(List<PackTrees.PageFile> pages) {
		Map<String, PackTrees.PageFile> byId = new LinkedHashMap<>();
		pages.forEach((page) -> byId.put(page.id(), page));
		return byId;
	}

	private static JsonNode tree(@Nullable YamlFile file) {
		return Objects.requireNonNull(file, "Only packs that can be read are compared").tree();
	}

	static List<String> texts(JsonNode list) {
		return list.valueStream().map((item) -> item.asString("")).toList();
	}

	/** Where changes go. */
	interface Found {

		void add(Weight weight, String file, String sentence);

	}

	/**
	 * One difference between a version of a pack and the one before it.
	 *
	 * @param file path within the pack
	 * @param sentence what changed, for authors and the operator
	 */
	public record Change(Weight weight, String file, String sentence) implements Comparable<Change> {

		private static final Comparator<Change> HEAVIEST_FIRST = Comparator.comparing(Change::weight)
			.reversed()
			.thenComparing(Change::file)
			.thenComparing(Change::sentence);

		@Override
		public int compareTo(Change other) {
			return HEAVIEST_FIRST.compare(this, other);
		}

	}

	/** Which part of the version number must rise. */
	public enum Weight {

		/** Words, without new meaning: the last number. */
		PATCH,
		/** More to read or to do, if one wants: the middle number. */
		MINOR,
		/** Another key, score, option, route, pass rule or duty: the first number. */
		MAJOR;

		public String messageKey() {
			return "library.change." + name();
		}

	}

}
