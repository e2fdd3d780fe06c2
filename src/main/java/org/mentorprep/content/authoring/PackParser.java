package org.mentorprep.content.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.mentorprep.content.authoring.exercise.ExerciseKind;
import org.mentorprep.content.authoring.exercise.ExerciseKinds;
import org.mentorprep.content.authoring.file.Problems;
import org.mentorprep.content.authoring.file.SchemaCheck;
import org.mentorprep.content.authoring.file.YamlFile;
import org.mentorprep.content.authoring.file.YamlReader;

/** Takes the files of a pack apart into trees, and checks the shape of each. */
class PackParser {

	private static final Pattern MODULE = Pattern.compile("modules/([^/]+)/module\\.yaml");

	private static final Pattern PAGE = Pattern.compile("modules/([^/]+)/pages/[^/]+\\.md");

	private static final Pattern EXERCISE = Pattern.compile("modules/[^/]+/exercises/[^/]+\\.yaml");

	private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n(.*?\n)---[ \t]*(?:\n|\\z)", Pattern.DOTALL);

	private final SchemaCheck schemas;

	private final Problems problems;

	private final Map<String, YamlFile> single = new TreeMap<>();

	private final Map<String, YamlFile> modules = new TreeMap<>();

	private final List<PackTrees.PageFile> pages = new ArrayList<>();

	private final List<PackTrees.ExerciseFile> exercises = new ArrayList<>();

	private boolean readable = true;

	PackParser(SchemaCheck schemas, Problems problems) {
		this.schemas = schemas;
		this.problems = problems;
	}

	PackTrees parse(PackFiles files) {
		files.texts().forEach(this::sort);
		for (String path : List.of("pack.yaml", "sources.yaml")) {
			if (!files.texts().containsKey(path)) {
				this.readable = false;
				problem(path, "The pack has no " + path + ".");
			}
		}
		return new PackTrees(Optional.ofNullable(this.single.get("pack.yaml")),
				Optional.ofNullable(this.single.get("sources.yaml")), this.modules, this.pages, this.exercises,
				this.readable);
	}

	private void sort(String path, String text) {
		Matcher module = MODULE.matcher(path);
		Matcher page = PAGE.matcher(path);
		if (path.equals("pack.yaml") || path.equals("sources.yaml")) {
			yaml(path, 1, text).ifPresent((yaml) -> {
				this.single.put(path, yaml);
				check(path.substring(0, path.indexOf('.')), yaml);
			});
		}
		else if (module.matches()) {
			yaml(path, 1, text).ifPresent((yaml) -> {
				this.modules.put(module.group(1), yaml);
				check("module", yaml);
			});
		}
		else if (page.matches()) {
			page(page.group(1), path, text);
		}
		else if (EXERCISE.matcher(path).matches()) {
			yaml(path, 1, text)
				.ifPresent((yaml) -> this.exercises.add(new PackTrees.ExerciseFile(yaml, exercise(yaml))));
		}
		else {
			problem(path, "This file is named nowhere. A pack holds pack.yaml, sources.yaml and modules/…/module.yaml,"
					+ " pages/….md, exercises/….yaml.");
		}
	}

	/** Whether an exercise has the shape of the kind that it says it is of. */
	private boolean exercise(YamlFile yaml) {
		Optional<ExerciseKind> kind = ExerciseKinds.of(yaml);
		if (kind.isEmpty()) {
			this.problems.add(yaml.path(), yaml.line("/type"), "type must be one of "
					+ ExerciseKinds.all().stream().map(ExerciseKind::name).collect(Collectors.joining(", ")) + ".");
			return false;
		}
		return check(kind.get().name(), yaml);
	}

	private void page(String folder, String path, String text) {
		Matcher matcher = FRONT_MATTER.matcher(text);
		if (!matcher.find()) {
			this.readable = false;
			problem(path, "A page begins with front matter between two lines of ---.");
			return;
		}
		int line = (int) matcher.group().chars().filter((character) -> character == '\n').count() + 1;
		yaml(path, 2, matcher.group(1)).ifPresent((yaml) -> {
			check("page", yaml);
			this.pages.add(new PackTrees.PageFile(folder, yaml, text.substring(matcher.end()), line));
		});
	}

	private Optional<YamlFile> yaml(String path, int firstLine, String text) {
		Optional<YamlFile> yaml = new YamlReader(path, firstLine, this.problems).read(text).filter((read) -> {
			if (!read.tree().isObject()) {
				this.problems.add(path, firstLine, "This file should hold fields, each a key and a value.");
			}
			return read.tree().isObject();
		});
		this.readable &= yaml.isPresent();
		return yaml;
	}

	private boolean check(String kind, YamlFile yaml) {
		return this.schemas.check(kind, yaml, this.problems);
	}

	private void problem(String path, String sentence) {
		this.problems.add(path, 1, sentence);
	}

}
