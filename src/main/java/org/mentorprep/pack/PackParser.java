package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.mentorprep.pack.kind.DiagnosticFile;
import org.mentorprep.pack.kind.ExerciseFile;
import org.mentorprep.pack.kind.ExerciseKind;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Makes trees of the files of a pack, with the translation and the values of variables of
 * one rendering, and checks each against its schema.
 */
class PackParser {

	private static final String PACK = PackFiles.PACK_YAML;

	private static final String SOURCES = "sources.yaml";

	private static final Pattern MODULE = Pattern.compile("modules/([^/]+)/module\\.yaml");

	private static final Pattern PAGE = Pattern.compile("modules/([^/]+)/pages/[^/]+\\.md");

	private static final Pattern DIAGNOSTIC = Pattern.compile("modules/([^/]+)/diagnostic\\.yaml");

	private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n(.*?\n)---[ \t]*(?:\n|\\z)", Pattern.DOTALL);

	private static final Pattern TRANSLATION = Pattern.compile("i18n/([a-z]{2,3}(?:-[A-Za-z0-9]+)*)/(.+)\\.yaml");

	private final TreeCache cache;

	private final Rendering rendering;

	private final Problems problems;

	private final Map<String, YamlFile> single = new TreeMap<>();

	private final Map<String, YamlFile> modules = new TreeMap<>();

	private final List<PackTrees.PageFile> pages = new ArrayList<>();

	private final List<ExerciseFile> exercises = new ArrayList<>();

	private final List<DiagnosticFile> diagnostics = new ArrayList<>();

	private final Map<String, Map<String, Translation.Text>> original = new TreeMap<>();

	private final Map<String, Map<String, Translation>> translations = new TreeMap<>();

	private Variables variables = Variables.of(MissingNode.getInstance());

	private final SortedSet<String> unread = new TreeSet<>();

	PackParser(TreeCache cache, Rendering rendering, Problems problems) {
		this.cache = cache;
		this.rendering = rendering;
		this.problems = problems;
	}

	PackTrees parse(PackFiles files) {
		// What changes the texts of other files comes first.
		files.texts().forEach(this::readTranslation);
		String pack = files.texts().get(PACK);
		if (pack != null) {
			readSingle(PACK, pack);
		}
		files.texts().forEach(this::readFile);
		for (String path : List.of(PACK, SOURCES)) {
			if (!files.texts().containsKey(path)) {
				this.unread.add(path);
				problem(path, "The pack has no " + path + ".");
			}
		}
		return new PackTrees(Optional.ofNullable(this.single.get(PACK)), Optional.ofNullable(this.single.get(SOURCES)),
				this.modules, this.pages, this.exercises, this.diagnostics, this.variables, this.original,
				this.translations, this.unread);
	}

	private void readTranslation(String path, String text) {
		Matcher matcher = TRANSLATION.matcher(path);
		if (matcher.matches()) {
			tree(path, 1, text).ifPresent((yaml) -> {
				check("translation", yaml);
				String source = matcher.group(2) + (matcher.group(2).contains("/pages/") ? ".md" : ".yaml");
				this.translations.computeIfAbsent(matcher.group(1), (language) -> new TreeMap<>())
					.put(source, new Translation(yaml));
			});
		}
	}

	private void readSingle(String path, String text) {
		rendered(path, 1, text).ifPresent((yaml) -> {
			this.single.put(path, yaml);
			check(path.substring(0, path.indexOf('.')), yaml);
		});
	}

	private void readFile(String path, String text) {
		Matcher module = MODULE.matcher(path);
		Matcher page = PAGE.matcher(path);
		Matcher diagnostic = DIAGNOSTIC.matcher(path);
		if (path.equals(SOURCES)) {
			readSingle(path, text);
		}
		else if (module.matches()) {
			rendered(path, 1, text).ifPresent((yaml) -> {
				this.modules.put(module.group(1), yaml);
				check("module", yaml);
			});
		}
		else if (page.matches()) {
			readPage(page.group(1), path, text);
		}
		else if (diagnostic.matches()) {
			rendered(path, 1, text).ifPresent((yaml) -> this.diagnostics
				.add(new DiagnosticFile(diagnostic.group(1), yaml, check("diagnostic", yaml))));
		}
		else if (ExerciseFile.isPath(path)) {
			rendered(path, 1, text)
				.ifPresent((yaml) -> this.exercises.add(new ExerciseFile(yaml, hasShapeOfItsKind(yaml))));
		}
		else if (!path.equals(PACK) && !TRANSLATION.matcher(path).matches()) {
			problem(path, "This file is named nowhere. A pack holds pack.yaml, sources.yaml and modules/…/module.yaml,"
					+ " pages/….md, exercises/….yaml, diagnostic.yaml, and translations of these in i18n/<language>/….yaml.");
		}
	}

	/** Whether an exercise has the shape of the kind that it says it is of. */
	private boolean hasShapeOfItsKind(YamlFile yaml) {
		Optional<ExerciseKind> kind = ExerciseKind.of(yaml);
		if (kind.isEmpty()) {
			this.problems.add(yaml, "/type", "type must be one of "
					+ ExerciseKind.all().stream().map(ExerciseKind::name).collect(Collectors.joining(", ")) + ".");
			return false;
		}
		return check(kind.get().name(), yaml);
	}

	private void readPage(String folder, String path, String text) {
		Matcher matcher = FRONT_MATTER.matcher(text);
		if (!matcher.find()) {
			this.unread.add(path);
			problem(path, "A page begins with front matter between two lines of ---.");
			return;
		}
		int line = (int) matcher.group().chars().filter((character) -> character == '\n').count() + 1;
		rendered(path, 2, matcher.group(1)).ifPresent((yaml) -> {
			check("page", yaml);
			this.pages.add(new PackTrees.PageFile(folder, yaml, body(path, line, text.substring(matcher.end())), line));
		});
	}

	/** The Markdown of a page as it reads in this rendering. */
	private String body(String path, int line, String markdown) {
		this.original.computeIfAbsent(path, (key) -> new LinkedHashMap<>())
			.put(Translation.BODY, new Translation.Text("", markdown));
		String text = translation(path).map((translation) -> translation.text(Translation.BODY, markdown))
			.orElse(markdown);
		String[] lines = text.split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			int at = this.rendering.translated() ? line : line + i;
			lines[i] = this.variables.filled(lines[i], (sentence) -> reportPlaceholder(path, at, sentence));
		}
		return String.join("\n", lines);
	}

	/** A file as it reads in this rendering. */
	private Optional<YamlFile> rendered(String path, int firstLine, String text) {
		return tree(path, firstLine, text).map((yaml) -> {
			this.original.put(path, Translation.texts(yaml.tree()));
			JsonNode tree = translation(path).map((translation) -> translation.applyTo(yaml.tree()))
				.orElse(yaml.tree());
			if (path.equals(PACK)) {
				this.variables = Variables.of(tree).with(this.rendering.values());
			}
			JsonNode filled = this.variables.filled(tree, "",
					(pointer, sentence) -> reportPlaceholder(path, yaml.line(pointer), sentence));
			return new YamlFile(path, filled, yaml.lines());
		});
	}

	/** Where pack.yaml can't be read nobody knows which variables there are. */
	private void reportPlaceholder(String path, int line, String sentence) {
		if (this.original.containsKey(PACK)) {
			this.problems.add(path, line, sentence);
		}
	}

	private Optional<Translation> translation(String path) {
		return Optional.ofNullable(this.rendering.language())
			.map((language) -> this.translations.getOrDefault(language, Map.of()).get(path));
	}

	private Optional<YamlFile> tree(String path, int firstLine, String text) {
		Optional<YamlFile> yaml = this.cache.read(path, firstLine, text, this.problems).filter((read) -> {
			if (!read.tree().isObject()) {
				this.problems.add(path, firstLine, "This file should hold fields, each a key and a value.");
			}
			return read.tree().isObject();
		});
		if (yaml.isEmpty()) {
			this.unread.add(path);
		}
		return yaml;
	}

	private boolean check(String kind, YamlFile yaml) {
		return this.cache.check(kind, yaml, this.problems);
	}

	private void problem(String path, String sentence) {
		this.problems.add(path, 1, sentence);
	}

}
