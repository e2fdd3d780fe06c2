package org.mentorprep.yaml;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaCheckTests {

	private final SchemaCheck schemas = new SchemaCheck("yaml-test/");

	private final Problems problems = new Problems();

	@Test
	void findsNothingInWhatIsRight() {
		assertThat(check("books:\n  - {id: 7, title: Seven, kind: poem}\n  - {id: b-1, title: One}")).isTrue();
		assertThat(this.problems.none()).isTrue();
	}

	@Test
	void reportsEveryErrorAtItsLineInPlainWords() {
		assertThat(check("""
				books:
				  - id: true
				    title: " "
				    link: here
				    pages: 0
				  - id: 12345678901
				    kind: play
				    "a/b": x
				"99999999999": x
				""")).isFalse();
		assertThat(this.problems.inReadingOrder()).extracting(Problem::toString)
			.containsExactly("f.yaml:2: books[1].id must be text.", "f.yaml:3: books[1].title must not be empty.",
					"f.yaml:4: books[1].link is not in the right form: here.",
					"f.yaml:5: books[1].pages must be at least 1.", "f.yaml:6: books[2] has no title.",
					"f.yaml:7: books[2].kind must be one of novel, poem.", "f.yaml:8: books[2].a/b is not known here.",
					"f.yaml:9: 99999999999 is not known here.");
	}

	@Test
	void speaksOfTheWholeFileWhereNoPlaceIsWrong() {
		check("- x");
		assertThat(this.problems.inReadingOrder())
			.containsExactly(new Problem("f.yaml", 1, "This file must be a map of fields."));
	}

	private boolean check(String text) {
		return this.schemas.check("books", new YamlReader("f.yaml", 1, this.problems).read(text).orElseThrow(),
				this.problems);
	}

}
