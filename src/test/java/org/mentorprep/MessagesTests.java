package org.mentorprep;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.SourceFiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Words shown to people stand in message files, one a room, and nowhere else; and each of
 * them is used.
 */
class MessagesTests {

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path JAVA = Path.of("src/main/java");

	private static final Pattern LINE = Pattern.compile("(?m)^([^#=\\s]+)=(.*)$");

	private static final Pattern EXPRESSION = Pattern.compile("#\\{([a-z][\\w.-]*)");

	private static final Set<String> SPOKEN_ATTRIBUTES = Set.of("title", "alt", "placeholder", "aria-label", "value");

	@Test
	void keysStartWithTheirRoom() {
		assertThat(messages((file, key) -> !key.startsWith(room(file) + "."))).isEmpty();
	}

	@Test
	void noKeyStandsTwice() {
		List<String> keys = new ArrayList<>();
		SourceFiles.in(MESSAGES, ".properties").forEach((file) -> entries(file, (key, words) -> keys.add(key)));
		assertThat(keys).doesNotHaveDuplicates();
	}

	@Test
	void everyFileOfMessagesIsLoaded() {
		String configuration = SourceFiles.read(Path.of("src/main/resources/application.yaml"));
		assertThat(SourceFiles.in(MESSAGES, ".properties").map((file) -> "messages/" + room(file)))
			.allSatisfy((name) -> assertThat(configuration).containsPattern("basename:.*" + name + "\\b"));
	}

	@Test
	void everyMessageCanBeFormatted() {
		words().forEach((key, words) -> assertThat(new MessageFormat(words, Locale.UK)).as(key).isNotNull());
	}

	@Test
	void apostrophesAreCurlyAsStraightOnesQuoteInMessageFormat() {
		TreeMap<String, String> straight = words();
		straight.values().removeIf((words) -> !words.contains("'"));
		assertThat(straight).isEmpty();
	}

	@Test
	void noKeyIsMissing() {
		Set<String> missing = new TreeSet<>(named());
		Set<String> known = words().keySet();
		missing.removeIf((name) -> known.stream().anyMatch((key) -> uses(name, key)));
		assertThat(missing).isEmpty();
	}

	@Test
	void noKeyIsUnused() {
		Set<String> unused = new TreeSet<>(words().keySet());
		Set<String> named = named();
		unused.removeIf((key) -> named.stream().anyMatch((name) -> uses(name, key)));
		assertThat(unused).isEmpty();
	}

	@Test
	void noTemplateSpeaksByItself() {
		List<String> spoken = new ArrayList<>();
		SourceFiles.in(TEMPLATES, ".html").forEach((file) -> spoken.addAll(spokenBy(file)));
		assertThat(spoken).isEmpty();
	}

	/**
	 * A name in code is a key, or the beginning of keys if the code makes the rest, or an
	 * act of the ledger.
	 */
	private static boolean uses(String name, String key) {
		return key.equals(name) || key.equals("audit.act." + name) || (name.endsWith(".") && key.startsWith(name))
				|| key.equals(name + ".title") || key.equals(name + ".text");
	}

	/** All that looks like a key in templates and in string literals of the code. */
	private static Set<String> named() {
		Set<String> named = new TreeSet<>();
		String rooms = String.join("|", SourceFiles.in(MESSAGES, ".properties").map(MessagesTests::room).toList());
		Pattern inTemplates = Pattern.compile("'((?:" + rooms + ")\\.[\\w.-]*)'");
		Pattern inCode = Pattern.compile("\"((?:" + rooms + ")\\.[\\w.-]*)\"");
		SourceFiles.in(TEMPLATES, ".html").map(SourceFiles::read).forEach((template) -> {
			collect(EXPRESSION.matcher(template), named);
			collect(inTemplates.matcher(template), named);
		});
		SourceFiles.in(JAVA, ".java").map(SourceFiles::read).forEach((code) -> collect(inCode.matcher(code), named));
		return named;
	}

	private static void collect(Matcher matcher, Set<String> into) {
		while (matcher.find()) {
			into.add(matcher.group(1));
		}
	}

	/** Text that no expression replaces, and attributes that are read out. */
	private static List<String> spokenBy(Path file) {
		Document template = Jsoup.parse(SourceFiles.read(file).replaceAll("(?s)<!--/\\*.*?\\*/-->", ""));
		List<String> spoken = new ArrayList<>();
		for (Element element : template.getAllElements()) {
			element.textNodes()
				.stream()
				.filter(Predicate.not(TextNode::isBlank))
				.filter((text) -> text.text().matches(".*\\p{L}.*") && !isReplaced(element))
				.forEach((text) -> spoken.add(file.getFileName() + ": " + text.text().strip()));
			element.attributes()
				.asList()
				.stream()
				.filter((attribute) -> SPOKEN_ATTRIBUTES.contains(attribute.getKey()))
				.map(Attribute::toString)
				.forEach((attribute) -> spoken.add(file.getFileName() + ": " + attribute));
		}
		return spoken;
	}

	private static boolean isReplaced(Element element) {
		return Stream.of("th:text", "th:utext", "th:replace", "th:insert").anyMatch(element::hasAttr);
	}

	private static List<String> messages(BiPredicate<Path, String> wrong) {
		List<String> found = new ArrayList<>();
		SourceFiles.in(MESSAGES, ".properties").forEach((file) -> entries(file, (key, words) -> {
			if (wrong.test(file, key)) {
				found.add(file.getFileName() + ": " + key);
			}
		}));
		return found;
	}

	private static TreeMap<String, String> words() {
		TreeMap<String, String> words = new TreeMap<>();
		SourceFiles.in(MESSAGES, ".properties").forEach((file) -> entries(file, words::put));
		return words;
	}

	private static void entries(Path file, BiConsumer<String, String> each) {
		Matcher line = LINE.matcher(SourceFiles.read(file));
		while (line.find()) {
			each.accept(line.group(1), line.group(2));
		}
	}

	private static String room(Path file) {
		return file.getFileName().toString().replace(".properties", "");
	}

}
