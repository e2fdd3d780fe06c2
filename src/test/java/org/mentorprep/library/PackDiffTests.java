package org.mentorprep.library;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.library.PackDiff.Weight;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** How much each change of a pack weighs. */
class PackDiffTests {

	private static final String DIAGNOSTIC = "modules/listening/diagnostic.yaml";

	private final PackReader reader = new PackReader();

	@Test
	void sameContentHasNoChanges() {
		assertThat(changes(Drafts.first(), Drafts.numbered("9.9.9"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			modules/listening/exercises/talk-1.yaml | score: {E: 3, L: 3} | score: {E: 2, L: 3}
			modules/listening/exercises/talk-1.yaml | goto: notes | goto: end
			modules/listening/exercises/talk-1.yaml | - id: moment | - id: second
			modules/listening/exercises/talk-1.yaml | critical: [E] | critical: [L]
			modules/listening/exercises/talk-1.yaml | trust: 1 | trust: 2
			modules/listening/exercises/talk-1.yaml | own_words: Write | intro: Write
			modules/listening/module.yaml | mark: 70 | mark: 60
			modules/listening/module.yaml | floor: 50 | floor: 55
			modules/listening/module.yaml | required: true | required: false
			modules/listening/module.yaml | weight: 1 | weight: 2
			modules/listening/module.yaml | id: talk, | id: other,
			modules/listening/module.yaml | pool: [talk-1] | pool: [talk-2]
			pack.yaml | modules: [listening] | modules: [listening, asking]
			""")
	void whatIsAskedOrMarkedIsMajor(String path, String place, String otherwise) {
		assertThat(heaviest(path, place, otherwise)).isEqualTo(Weight.MAJOR);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			modules/listening/module.yaml | pool: [talk-1] | pool: [talk-1, talk-2]
			modules/listening/pages/01-why-listen.md | id: why-listen | id: why-hear
			modules/listening/exercises/talk-1.yaml | minutes: 5 | minutes: 5\u0020\u0020# same\u0020
			""")
	void moreToReadOrDoIsMinorAtMost(String path, String place, String otherwise) {
		assertThat(changes(Drafts.first(), Drafts.with("1.1.0", path, place, otherwise)))
			.allMatch((change) -> change.weight() != Weight.MAJOR);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					[{id: a, mandatory: [x, y], offered: [z]}]     | MAJOR: The programme a asks for y, too.
					[{id: a, mandatory: [x], offered: [z, y]}]     | MINOR: The programme a offers y, too.
					[{id: a, mandatory: [x]}]                      | MAJOR: The programme a does not offer z any more.
					[{id: a, mandatory: [z]}]                      | MAJOR: The programme a asks for z, too. MAJOR: The programme a does not ask for x any more.
					[{id: a, mandatory: [z], offered: [x]}]        | MAJOR: The programme a asks for z, too. MAJOR: The programme a does not ask for x any more.
					[{id: b, mandatory: [x], offered: [z]}]        | MAJOR: Links that name no programme open b. MAJOR: The programme a is gone. MINOR: The programme b is new.
					[{id: a, mandatory: [x], offered: [z], why: W}] | PATCH: The programme a is put otherwise.
					[{id: a, mandatory: [x], offered: [z]}, {id: b, mandatory: [x]}] | MINOR: The programme b is new.
					""")
	void saysWhatProgrammesAskOtherwise(String programmes, String changes) {
		assertThat(changes(programmes("[{id: a, mandatory: [x], offered: [z]}]"), programmes(programmes)).stream()
			.map((change) -> change.weight() + ": " + change.sentence())
			.collect(Collectors.joining(" "))).isEqualTo(changes);
	}

	@Test
	void packWithoutProgrammesAsksForAllItsModules() {
		assertThat(changes(Drafts.first(), Drafts.with("2.0.0", "pack.yaml", "[listening]", "[listening, asking]")))
			.extracting(PackDiff.Change::sentence)
			.containsExactly("The programme small asks for asking, too.", "The module asking is new.");
	}

	@Test
	void newExerciseInAPoolIsMinor() {
		assertThat(heaviest(Drafts.MODULE, "pool: [talk-1]", "pool: [talk-1, talk-2]")).isEqualTo(Weight.MINOR);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			modules/listening/exercises/talk-1.yaml | Take a breath | Breathe first
			modules/listening/exercises/talk-1.yaml | status: draft, panel: 0 | status: reviewed, panel: 7
			modules/listening/exercises/talk-1.yaml | She looks up. | She looks at you.
			modules/listening/module.yaml | title: Listening | title: Hearing
			modules/listening/module.yaml | minutes: 5 | minutes: 6
			modules/listening/pages/01-why-listen.md | Listening is | Hearing is
			pack.yaml | title: A small pack | title: Our small pack
			sources.yaml | S1: | S1: More of
			""")
	void wordsArePatch(String path, String place, String otherwise) {
		assertThat(heaviest(path, place, otherwise)).isEqualTo(Weight.PATCH);
	}

	@Test
	void withdrawingAnExerciseNeedsNoNewFirstNumber() {
		PackFiles withdrawn = Drafts.with(Drafts.with("1.0.1", Drafts.MODULE, "pool: [talk-1]", "pool: [talk-2]"),
				Drafts.MODULE, "tasks:", "yanked: [talk-1]\ntasks:");
		assertThat(changes(Drafts.first(), withdrawn)).noneMatch((change) -> change.weight() == Weight.MAJOR)
			.anyMatch((change) -> change.sentence().equals("The exercise talk-1 is withdrawn."));
	}

	@Test
	void saysWhereAndWhat() {
		assertThat(changes(Drafts.first(), Drafts.with("2.0.0", Drafts.MODULE, "mark: 70", "mark: 60")))
			.containsExactly(new PackDiff.Change(Weight.MAJOR, Drafts.MODULE, "The pass rule changed."));
	}

	@Test
	void newDiagnosticIsMinor() {
		assertThat(changes(Drafts.first(), withDiagnostic("key: opens")))
			.containsExactly(new PackDiff.Change(Weight.MINOR, DIAGNOSTIC, "The diagnostic is new."));
	}

	@Test
	void nothingInADiagnosticIsMoreThanMinor() {
		assertThat(changes(withDiagnostic("key: opens"), withDiagnostic("key: leads")))
			.extracting(PackDiff.Change::file, PackDiff.Change::weight)
			.containsExactly(tuple(DIAGNOSTIC, Weight.MINOR));
	}

	private static PackFiles programmes(String programmes) {
		return Drafts.with("1.0.0", "pack.yaml", "[listening]", "[listening, x, y, z]\nprogrammes: " + programmes);
	}

	/** Not a whole one: what changed is found in any tree. */
	private static PackFiles withDiagnostic(String key) {
		SortedMap<String, String> texts = new TreeMap<>(Drafts.first().texts());
		texts.put(DIAGNOSTIC, "format: mentorprep/diagnostic@1\npool:\n  - id: ready\n    " + key);
		return new PackFiles(texts);
	}

	private Weight heaviest(String path, String place, String otherwise) {
		return changes(Drafts.first(), Drafts.with("9.0.0", path, place, otherwise)).get(0).weight();
	}

	private List<PackDiff.Change> changes(PackFiles before, PackFiles after) {
		return new PackDiff(this.reader.trees(before), this.reader.trees(after)).changes();
	}

}
