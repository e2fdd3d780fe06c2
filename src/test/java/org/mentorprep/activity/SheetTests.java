package org.mentorprep.activity;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SheetTests {

	private final Sheet sheet = Sheet.of(Map.of("a", "Entry a", "b", "Entry b", "c", "Entry c"), List.of("yes", "no"),
			1);

	@Test
	void fieldsCountTheEntriesFromOneAsThePageShowsThem() {
		assertThat(this.sheet.lines()).extracting(Sheet.Line::field).containsExactly("entry-1", "entry-2", "entry-3");
		assertThat(this.sheet.lines()).extracting(Sheet.Line::id).containsExactlyInAnyOrder("a", "b", "c");
		assertThat(this.sheet.lines()).allSatisfy((line) -> assertThat(line.text()).isEqualTo("Entry " + line.id()));
	}

	@Test
	void valuesAreNamedByTheirPlacesFromOne() {
		Answer sent = new Answer(
				Map.of("entry-1", List.of("1"), "entry-2", List.of("2"), "entry-3", List.of("3"), "a", List.of("yes")));
		assertThat(this.sheet.read(sent).values()).isEqualTo(
				Map.of(this.sheet.lines().get(0).id(), List.of("yes"), this.sheet.lines().get(1).id(), List.of("no")));
	}

}
