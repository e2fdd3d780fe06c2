package org.mentorprep.programme;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** What a link requires, by what it names. */
class RequirementsTests {

	private static final Programme LISTENERS = programme("listeners", List.of(TinyPacks.LISTENING),
			List.of(TinyPacks.ASKING));

	private static final Programme ASKERS = programme("askers", List.of(TinyPacks.ASKING), List.of());

	private static final Pack PLAIN = TinyPacks.pack("1.0.0", TinyPacks.RULE);

	private static final Pack PACK = PLAIN.with(List.of(LISTENERS, TinyPacks.PROGRAMME, ASKERS));

	@ParameterizedTest
	@CsvSource(textBlock = """
			        , tiny     , tiny
			        , listeners, listeners
			        ,          , listeners
			        , gone     , listeners
			gone    , tiny     , tiny
			""")
	void linkOpensTheProgrammeThatItNamesOrElseTheFirst(String module, String programme, String opened) {
		assertThat(Requirements.of(PACK, module, programme).programme()).isNotNull()
			.returns(opened, (found) -> found.id().value());
	}

	@Test
	void moduleWinsOverProgramme() {
		assertThat(Requirements.of(PACK, "asking", "listeners")).isEqualTo(Requirements.module(TinyPacks.ASKING));
	}

	@Test
	void offeredModuleIsThereAndDoesNotCount() {
		Requirements required = Requirements.of(PACK, null, "listeners");
		assertThat(required.modules()).containsExactly(TinyPacks.LISTENING, TinyPacks.ASKING);
		assertThat(required).returns(true, (it) -> it.has(TinyPacks.ASKING))
			.returns(false, (it) -> it.counts(TinyPacks.ASKING))
			.returns(true, (it) -> it.counts(TinyPacks.LISTENING));
	}

	@Test
	void programmeOfOneModuleIsThatModule() {
		assertThat(Requirements.of(PACK, null, "askers")).isEqualTo(Requirements.module(TinyPacks.ASKING));
	}

	@Test
	void packWithoutProgrammesRequiresAllOfIt() {
		assertThat(Requirements.of(PLAIN, null, "whatever")).isEqualTo(Requirements.programme(TinyPacks.PROGRAMME));
	}

	private static Programme programme(String id, List<ModuleId> mandatory, List<ModuleId> offered) {
		return new Programme(new ProgrammeId(id), id, "", mandatory, offered);
	}

}
