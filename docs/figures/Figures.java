import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;

/**
 * Prints how large the code is, which packages use each other in a ring, and how many
 * files each walk of docs/architecture.md goes through. Needs a JDK 17 and nothing else:
 * {@code java docs/figures/Figures.java}, from the folder of the pom.xml. Ends with 1 if a
 * walk names a type that is not there.
 */
public class Figures {

	private static final String ROOT = "org.mentorprep";

	private static final Path MAIN = Path.of("src/main/java");

	private static final Path TESTS = Path.of("src/test");

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	private static final Path WALKS = Path.of("docs/architecture.md");

	private static final Pattern HEADING = Pattern.compile("(?m)^### Walk: (.+)$");

	private static final Pattern TYPE = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*(?:\\.[A-Z]\\w*)*)`");

	/** The file of each type, by its name below the root package. */
	private final Map<String, Path> types = new TreeMap<>();

	private final Map<String, Set<String>> uses = new TreeMap<>();

	private final Set<String> packages = new TreeSet<>();

	private final List<String> wrong = new ArrayList<>();

	private int publicTypes;

	private int topLevelTypes;

	public static void main(String[] arguments) {
		Figures figures = new Figures();
		figures.read();
		figures.printSizes();
		figures.printRings();
		figures.printWalks();
		figures.wrong.forEach(System.err::println);
		if (!figures.wrong.isEmpty()) {
			System.exit(1);
		}
	}

	private void read() {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
					manager.getJavaFileObjectsFromPaths(files(MAIN, ".java")));
			for (CompilationUnitTree unit : task.parse()) {
				read(unit);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(CompilationUnitTree unit) {
		String name = unit.getPackageName().toString();
		this.packages.add(name);
		unit.getTypeDecls().forEach((type) -> {
			if (type instanceof ClassTree declared) {
				this.topLevelTypes++;
				this.publicTypes += declared.getModifiers().getFlags().contains(Modifier.PUBLIC) ? 1 : 0;
				types(declared, below(name), Path.of(unit.getSourceFile().getName()));
			}
		});
		unit.getImports().forEach((imported) -> use(name, imported));
	}

	private void types(ClassTree type, String within, Path file) {
		String name = (within.isEmpty() ? "" : within + ".") + type.getSimpleName();
		this.types.put(name, file);
		for (Tree member : type.getMembers()) {
			if (member instanceof ClassTree nested) {
				types(nested, name, file);
			}
		}
	}

	/** Every package may use the one at the top. */
	private void use(String from, ImportTree imported) {
		Matcher used = Pattern.compile("^(org\\.mentorprep(?:\\.[a-z]\\w*)+)\\.").matcher(
				imported.getQualifiedIdentifier().toString());
		if (used.find() && !from.equals(ROOT)) {
			this.uses.computeIfAbsent(below(from), (key) -> new TreeSet<>()).add(below(used.group(1)));
		}
	}

	private static String below(String name) {
		return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
	}

	private void printSizes() {
		List<Path> main = files(MAIN, ".java");
		List<Path> tests = files(TESTS, ".java");
		System.out.println("| what | number |\n|---|---:|");
		row("main Java files", main.size());
		row("of them package-info", main.stream().filter((file) -> file.endsWith("package-info.java")).count());
		row("lines in them", lines(main));
		row("types, nested ones included", this.types.size());
		row("top-level types", this.topLevelTypes);
		row("public top-level types", this.publicTypes);
		row("packages", this.packages.size());
		row("test Java files", tests.size());
		row("lines in them", lines(tests));
		row("migrations", files(MIGRATIONS, ".sql").size());
	}

	private static void row(String what, long number) {
		System.out.println("| " + what + " | " + number + " |");
	}

	/** Nothing but packages stands before it. */
	private static boolean isTopLevel(String type) {
		return type.matches("([a-z]\\w*\\.)*\\w+");
	}

	/** A ring: each of its packages reaches every other of them by imports. */
	private void printRings() {
		Set<Set<String>> rings = new LinkedHashSet<>();
		for (String one : this.uses.keySet()) {
			Set<String> ring = new TreeSet<>(reached(one));
			ring.removeIf((other) -> !reached(other).contains(one));
			if (ring.size() > 1) {
				rings.add(ring);
			}
		}
		row("rings of packages", rings.size());
		row("packages in rings", rings.stream().mapToInt(Set::size).sum());
		rings.forEach((ring) -> System.out.println("\nRing: " + String.join(", ", ring)));
	}

	private Set<String> reached(String from) {
		Set<String> reached = new HashSet<>();
		Deque<String> next = new ArrayDeque<>(List.of(from));
		while (!next.isEmpty()) {
			for (String used : this.uses.getOrDefault(next.pop(), Collections.emptySet())) {
				if (reached.add(used)) {
					next.push(used);
				}
			}
		}
		return reached;
	}

	private void printWalks() {
		System.out.println("\n| walk | files counted | all types touched |\n|---|---:|---:|");
		String text = text(WALKS);
		Matcher heading = HEADING.matcher(text);
		while (heading.find()) {
			String section = text.substring(heading.end()).split("(?m)^#", 2)[0];
			Set<Path> counted = new LinkedHashSet<>();
			Set<String> touched = new LinkedHashSet<>();
			for (String paragraph : section.strip().split("\n\\s*\n")) {
				boolean also = paragraph.startsWith("Also touched:");
				if (also || paragraph.contains("\u2192")) {
					for (String type : named(heading.group(1), paragraph)) {
						touched.add(type);
						if (!also) {
							counted.add(this.types.get(type));
						}
					}
				}
			}
			System.out.println("| " + heading.group(1) + " | " + counted.size() + " | " + touched.size() + " |");
		}
	}

	/** The full names of the types between backticks; nested ones only where no other is meant. */
	private Collection<String> named(String walk, String paragraph) {
		Set<String> named = new LinkedHashSet<>();
		Matcher type = TYPE.matcher(paragraph);
		while (type.find()) {
			String name = type.group(1);
			List<String> found = this.types.keySet()
				.stream()
				.filter((full) -> full.equals(name) || full.endsWith("." + name))
				.toList();
			List<String> topLevel = found.stream().filter(Figures::isTopLevel).toList();
			found = topLevel.isEmpty() ? found : topLevel;
			if (found.size() == 1) {
				named.add(found.get(0));
			}
			else {
				this.wrong.add("Walk: " + walk + " names " + name + ", which is " + (found.isEmpty() ? "no type of "
						+ MAIN : "one of " + found + ": write its package in front"));
			}
		}
		return named;
	}

	private static long lines(List<Path> files) {
		return files.stream().mapToLong((file) -> text(file).lines().count()).sum();
	}

	private static List<Path> files(Path root, String ending) {
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
