package org.mentorprep.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.mentorprep.yaml.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** Authors read all that can be known at once, and nothing that follows from it alone. */
class AllAtOnceTests {

	private static final String MODULE = "modules/listening/module.yaml";

	private static final String EXERCISE = "modules/listening/exercises/talk-1.yaml";

	private static final String BROKEN = "format: [\n";

	private final PackReader reader = new PackReader();

	@Test
	@DisplayName("F34: a wrong goto is told together with a wrong shape")
	void tellsNamesAndShapeAtOnce() {
		String text = Packs.small()
			.texts()
			.get(EXERCISE)
			.replaceFirst("minutes: 5", "minutes: five")
			.replaceFirst("goto: notes", "goto: notse")
			.replaceFirst("amina: \"This is what", "anna: \"This is what")
			.replaceFirst("(?m)^ *ask: .*\n", "");
		assertThat(errors(Map.of(EXERCISE, text))).anyMatch((one) -> one.endsWith("minutes must be a whole number."))
			.anyMatch((one) -> one.endsWith("nodes.door has no ask."))
			.anyMatch((one) -> one.endsWith("There is no node notse."))
			.anyMatch((one) -> one.endsWith("There is no anna in the cast."))
			.hasSize(4);
	}

	@Test
	@DisplayName("F34: names are checked in all kinds, whatever the shape of the file")
	void everyKindChecksNamesInAnyShape() {
		PackFiles shipped = Packs.read("classpath:packs/mentor-prep");
		SortedMap<String, String> texts = new TreeMap<>(shipped.texts());
		texts.replaceAll((path, text) -> (path.contains("/exercises/") || path.endsWith("diagnostic.yaml"))
				? text.replaceFirst("(?m)^minutes: .*$", "minutes: none").replaceFirst("\\bid: ([a-z]+)", "id: [$1]")
				: text);
		// No kind stumbles over a list where an id should be.
		assertThat(this.reader.check(new PackFiles(texts))).extracting(Problem::sentence)
			.contains("minutes must be a whole number.");
	}

	@Test
	@DisplayName("F32: nobody says that a file is not there when it can't be read")
	void fileThatCantBeReadIsThere() {
		assertThat(errors(Map.of(MODULE, BROKEN))).singleElement()
			.asString()
			.startsWith(MODULE + ":2: This is not YAML");
		assertThat(errors(Map.of(EXERCISE, BROKEN))).singleElement()
			.asString()
			.startsWith(EXERCISE + ":2: This is not YAML");
		assertThat(errors(Map.of("pack.yaml", BROKEN))).singleElement()
			.asString()
			.startsWith("pack.yaml:2: This is not YAML");
	}

	@Test
	@DisplayName("F34: one file that can't be read leaves the names in all others checked")
	void namesOfOtherFilesAreCheckedBesideAFileThatCantBeRead() {
		Map<String, String> changes = new HashMap<>();
		changes.put(EXERCISE, BROKEN);
		changes.put(MODULE, Packs.small().texts().get(MODULE).replaceFirst("pages: \\[", "pages: [nowhere, "));
		assertThat(errors(changes)).anyMatch((one) -> one.endsWith("There is no page nowhere in this module."))
			.anyMatch((one) -> one.startsWith(EXERCISE + ":2: This is not YAML"))
			.hasSize(2);
	}

	@Test
	@DisplayName("F34: a reply that repeats another word for word is a warning")
	void warnsOfRepliesThatRepeat() {
		String text = Packs.small().texts().get(EXERCISE).replace("what I say to moment", "what I say to reassure");
		assertThat(this.reader.report(Packs.smallWith(Map.of(EXERCISE, text))).warnings()).extracting(Problem::toString)
			.anyMatch((one) -> one
				.contains("The reply to moment of door is word for word the reply to reassure of door"));
	}

	private List<String> errors(Map<String, String> changes) {
		return this.reader.check(Packs.smallWith(changes)).stream().map(Problem::toString).toList();
	}

}
