package org.mentorprep.deeplink;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.mentorprep.content.Pack;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** What a session keeps while somebody looks at a preview. */
class PickerFormTests {

	private final Pack pack = TinyPacks.pack("1.0.0", TinyPacks.RULE);

	@Test
	void chosenModulesAreTickedAgain() {
		PickerForm again = keptAndRemembered("modules", "asking");
		assertThat(again.choosesModules()).isTrue();
		assertThat(this.pack.modules()).filteredOn(again::ticks)
			.singleElement()
			.satisfies((module) -> assertThat(module.id().value()).isEqualTo("asking"));
	}

	@Test
	void chosenProgrammeIsChosenAgain() {
		assertThat(keptAndRemembered("programme:tiny").chooses(TinyPacks.PROGRAMME)).isTrue();
	}

	@Test
	void nothingIsKeptThatThePickerDidNotOffer() {
		assertThat(new PickerForm(null, "programme:" + "x".repeat(9_000), List.of("nowhere", "asking"), "")
			.kept(this.pack)).containsExactly("", "asking");
	}

	private PickerForm keptAndRemembered(String what, String... modules) {
		return PickerForm.remembered(new PickerForm(null, what, List.of(modules), "").kept(this.pack));
	}

}
