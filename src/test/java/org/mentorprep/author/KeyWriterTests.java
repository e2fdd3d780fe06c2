package org.mentorprep.author;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.pack.Packs;

import static org.assertj.core.api.Assertions.assertThat;

/** A key becomes reviewed, and no other byte of the file changes. */
class KeyWriterTests {

	private static final String EXERCISE = Packs.small().texts().get("modules/listening/exercises/talk-1.yaml");

	private static final String KEY = "key: {status: draft, panel: 0}";

	@Test
	void changesTheKeyAndNothingElse() {
		assertThat(edited(EXERCISE)).contains(EXERCISE.replace(KEY, "key: {status: reviewed, panel: 7}"));
	}

	@Test
	void keepsLineBreaksAndMarkOfOtherEditors() {
		String file = "\uFEFF" + EXERCISE.replace("\n", "\r\n");
		assertThat(edited(file)).contains(file.replace(KEY, "key: {status: reviewed, panel: 7}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "key:\n  # agreed in spring\n  status: draft # so far\n  panel: 0\n",
			"key: {panel: 3, status: \"draft\"} # status: draft, panel: 0\n",
			"'key':\n    'panel': 12\n    'status': 'draft'\n",
			"\"key\" : { \"status\" : \"reviewed\" , \"panel\" : 5 }\n" })
	void keepsTheWayInWhichAnAuthorWritesIt(String key) {
		String after = edited("a: 1\n" + key + "z: {status: draft, panel: 0}\n").orElseThrow();
		assertThat(after).contains("panel").endsWith("z: {status: draft, panel: 0}\n");
		assertThat(after.replaceFirst("reviewed", "draft").replaceFirst("(panel\\W+)7\\b", "$1N"))
			.isEqualTo(("a: 1\n" + key + "z: {status: draft, panel: 0}\n").replaceFirst("reviewed", "draft")
				.replaceFirst("(panel\\W+)\\d+", "$1N"));
	}

	@Test
	void isDoneTwiceWithoutAChange() {
		String once = edited(EXERCISE).orElseThrow();
		assertThat(edited(once)).contains(once);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: 1\n", "key: draft\n", "key: {status: piloted, panel: 40}\n", "key: [",
			"x: &k {status: draft, panel: 0}\nkey: *k\n", "key:\n  status:\n    draft\n  panel: 0\n" })
	void leavesFilesAloneInWhichItCannotBeDoneSo(String file) {
		assertThat(edited(file)).isEmpty();
	}

	private static Optional<String> edited(String file) {
		return KeyWriter.reviewed(file.getBytes(StandardCharsets.UTF_8), 7)
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8));
	}

}
