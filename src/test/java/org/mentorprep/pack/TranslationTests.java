package org.mentorprep.pack;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;
import org.mentorprep.yaml.YamlReader;

import static org.assertj.core.api.Assertions.assertThat;

class TranslationTests {

	private static final JsonNode SOURCE = yaml("""
			start: door
			nodes:
			  door:
			    say: [{amina: Well.}]
			    choices:
			      - {id: reply, text: Wait., flag: evasion, goto: {when: [], else: door}}
			endings: {when: [{text: Good.}], else: Over.}
			""").tree();

	@Test
	void namesTextsByTheIdsAroundThem() {
		assertThat(Translation.texts(SOURCE)).containsOnlyKeys("nodes.door.say.1.amina",
				"nodes.door.choices.reply.text", "endings.when.1.text", "endings.else");
	}

	@Test
	void changesTextsAndNothingElse() {
		JsonNode translated = translation("""
				strings:
				  nodes.door.choices.reply.text: {text: Aros.}
				  nodes.door.choices.reply.flag: {text: boundary}
				  start: {text: end}
				""").applyTo(SOURCE);
		assertThat(translated.toString()).isEqualTo(SOURCE.toString().replace("Wait.", "Aros."));
	}

	@Test
	void knowsWhatWasTranslatedOfAnotherText() {
		Translation translation = translation(
				"strings: {endings.else: {text: Drosodd., source_hash: " + Translation.hash("Over.") + "}}");
		assertThat(translation.state("endings.else", "Over.")).isEqualTo(Translation.State.TRANSLATED);
		assertThat(translation.state("endings.else", "It is over.")).isEqualTo(Translation.State.STALE);
		assertThat(translation.state("endings.when.1.text", "Good.")).isEqualTo(Translation.State.MISSING);
	}

	@Test
	void packReadInALanguageFallsBackToItsAuthorsTextByText() {
		Pack pack = new PackReader().read(Packs.small(), new PackVersionId(UUID.randomUUID()), Rendering.in("cy"));
		assertThat(pack.title()).isEqualTo("Pecyn bach");
		assertThat(pack.modules().get(0).title()).isEqualTo("Listening");
		assertThat(pack.modules().get(0).pages().get(0).html()).contains("Athro newydd a mentor");
	}

	@Test
	void countsStatesByLanguage() {
		assertThat(new PackReader().report(Packs.small()).translations()).singleElement()
			.satisfies((cy) -> assertThat(cy.translated() + " " + cy.stale()).isEqualTo("3 1"))
			.satisfies((cy) -> assertThat(cy.missing()).isPositive());
	}

	private static Translation translation(String text) {
		return new Translation(yaml(text));
	}

	private static YamlFile yaml(String text) {
		return new YamlReader("f.yaml", 1, new Problems()).read(text).orElseThrow();
	}

}
