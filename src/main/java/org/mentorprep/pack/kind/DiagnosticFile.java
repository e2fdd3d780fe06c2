package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Strategy;
import org.mentorprep.activity.classify.Classify;
import org.mentorprep.activity.classify.Classify.ItemClass;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.Diagnostic.Item;
import org.mentorprep.content.Diagnostic.Sort;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * The file of the diagnostic of a module. Ratings and orders are written, built and
 * marked as exercises of these kinds; a choice among options is one entry to put in one
 * of several classes.
 *
 * @param folder of its module
 * @param shaped whether it has the shape of its schema
 */
public record DiagnosticFile(String folder, YamlFile yaml, boolean shaped) {

	/** The only entry of a choice. */
	private static final String ENTRY = "choice";

	private static final ExerciseKind RATE = new RateKind();

	private static final ExerciseKind ORDER = new OrderKind();

	private static final int FEWEST = 2 * Sort.drawnInAll();

	/** Whether it can be built; if names are the reason, adds the problems. */
	public boolean isSound(Problems problems) {
		Problems found = new Problems();
		checkReferences(found);
		problems.addAll(found);
		return this.shaped && found.none();
	}

	/**
	 * The diagnostic of a file that is sound.
	 * @param references the full references by their short names
	 */
	public Diagnostic diagnostic(JsonNode references) {
		List<Item> pool = new ArrayList<>();
		for (JsonNode item : this.yaml.tree().path("pool")) {
			List<String> sources = item.path("sources")
				.valueStream()
				.map((source) -> ExerciseFile.text(references.path(source.asString())))
				.toList();
			Set<String> harmful = item.path("options")
				.valueStream()
				.filter((option) -> option.path("harms").asBoolean(false))
				.map((option) -> option.path("id").asString())
				.collect(Collectors.toSet());
			pool.add(new Item(item.path("id").asString(), sort(item), activity(item), harmful, sources));
		}
		boolean draft = "draft".equals(this.yaml.tree().at("/key/status").asString());
		return new Diagnostic(this.yaml.tree().path("minutes").asInt(), draft, pool);
	}

	/** Checks that a sound one has enough to draw from, and what it measures. */
	public void checkMeaning(Problems problems) {
		Diagnostic diagnostic = diagnostic(this.yaml.tree());
		if (diagnostic.pool().size() < FEWEST) {
			problems.add(this.yaml, "/pool",
					"The pool has " + diagnostic.pool().size() + " items and needs at least " + FEWEST + ".");
		}
		boolean drawable = true;
		for (Sort sort : Sort.values()) {
			if (diagnostic.of(sort).size() < 2 * sort.drawn()) {
				problems.add(this.yaml, "/pool",
						"The pool has " + diagnostic.of(sort).size() + " items of the sort " + name(sort)
								+ " and needs at least " + 2 * sort.drawn() + ", for " + sort.drawn()
								+ " are drawn at a time.");
				drawable = false;
			}
		}
		for (YamlFile item : items()) {
			checkMeaning(item, problems);
		}
		if (drawable) {
			GuessingCheck.check(this.yaml, "/pool", strategies(), Diagnostic.MARK, problems);
		}
	}

	/**
	 * What ways of answering a sound one earn that need no understanding, the best one
	 * first.
	 */
	public List<Strategy> strategies() {
		return new DiagnosticStrategies(diagnostic(this.yaml.tree())).strategies();
	}

	private void checkReferences(Problems problems) {
		ExerciseFile.checkIds(this.yaml, "/pool", "items", problems);
		for (YamlFile item : items()) {
			switch (item.text("sort")) {
				case "rate" -> RATE.checkReferences(item, problems);
				case "order" -> ORDER.checkReferences(item, problems);
				default -> checkOptions(item, problems);
			}
		}
	}

	private static void checkOptions(YamlFile item, Problems problems) {
		String key = item.text("key");
		JsonNode options = item.tree().path("options");
		if (options.valueStream().noneMatch((option) -> option.path("id").asString("").equals(key)) && !key.isEmpty()
				&& options.isArray()) {
			problems.add(item, "/key", "There is no option " + key + ".");
		}
		for (int i = 0; i < options.size(); i++) {
			if (options.path(i).path("id").asString("").equals(key) && options.path(i).path("harms").asBoolean(false)) {
				problems.add(item, "/options/" + i + "/harms", "The option " + key + " does harm and is the key.");
			}
		}
		ExerciseFile.checkIds(item, "/options", "options", problems);
	}

	private static void checkMeaning(YamlFile item, Problems problems) {
		Activity activity = activity(item.tree());
		switch (sort(item.tree())) {
			case RATE -> RATE.checkMeaning(item, activity, Diagnostic.MARK, problems);
			case ORDER -> ORDER.checkMeaning(item, activity, Diagnostic.MARK, problems);
			case PICK, HIDES -> {
				List<ItemClass> options = ((Classify) activity).classes();
				GuessingCheck.checkLengths(options.stream().map(ItemClass::id).toList(),
						options.stream().map(ItemClass::name).toList(), item.text("id"),
						(i, sentence) -> problems.add(item, "/options/" + i + "/text", sentence));
			}
			case CLASSIFY -> {
				// The names of classes may differ in length: they are always the same.
			}
		}
	}

	private static Activity activity(JsonNode item) {
		return switch (sort(item)) {
			case RATE -> RATE.build(item);
			case ORDER -> ORDER.build(item);
			case CLASSIFY, PICK, HIDES -> {
				String ask = ExerciseFile.text(item.path("ask"));
				List<ItemClass> options = item.path("options")
					.valueStream()
					.map((option) -> new ItemClass(option.path("id").asString(), ExerciseFile.text(option.path("text")),
							""))
					.toList();
				yield new Classify(ExerciseFile.paragraphs(item.path("intro")), ask, options,
						List.of(new Classify.Item(ENTRY, ask, item.path("key").asString(),
								ExerciseFile.paragraphs(item.path("feedback")))));
			}
		};
	}

	private List<YamlFile> items() {
		List<YamlFile> items = new ArrayList<>();
		for (int i = 0; i < this.yaml.tree().path("pool").size(); i++) {
			items.add(this.yaml.part("/pool/" + i));
		}
		return items;
	}

	private static Sort sort(JsonNode item) {
		return Sort.valueOf(item.path("sort").asString().toUpperCase(Locale.ROOT));
	}

	private static String name(Sort sort) {
		return sort.name().toLowerCase(Locale.ROOT);
	}

}
