package org.mentorprep.content.authoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PackZipTests {

	@Test
	void readsTheSameAsFromAFolder() throws IOException {
		assertThat(read(Packs.zip("", Packs.small().texts()))).isEqualTo(Packs.small());
	}

	@Test
	void readsAPackThatLiesInOneFolder() throws IOException {
		assertThat(read(Packs.zip("our-pack/", Packs.small().texts()))).isEqualTo(Packs.small());
	}

	@Test
	void leavesHiddenFilesAlone() throws IOException {
		Map<String, String> texts = new TreeMap<>(Packs.small().texts());
		texts.put("__MACOSX/._pack.yaml", "x".repeat(300_000));
		texts.put(".git/config", "x");
		assertThat(read(Packs.zip("", texts))).isEqualTo(Packs.small());
	}

	@ParameterizedTest
	@ValueSource(strings = { "../evil.yaml", "modules/../../evil.yaml", "/etc/evil.yaml", "C:/evil.yaml",
			"modules\\evil.yaml", ".." })
	void refusesPathsThatLeadOut(String path) throws IOException {
		byte[] zip = Packs.zip("", Map.of(path, "x"));
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining(path + ":1: This path leads out of the pack.");
	}

	@Test
	void stopsAtWhatIsTooLarge() throws IOException {
		byte[] zip = Packs.zip("", Map.of("pack.yaml", "x".repeat(30_000_000)));
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("pack.yaml:1: This file is larger than 200 kB.");
	}

	@Test
	void refusesMoreFilesThanAPackHas() throws IOException {
		Map<String, String> texts = new TreeMap<>();
		for (int i = 0; i < 501; i++) {
			texts.put("f" + i, "x");
		}
		byte[] zip = Packs.zip("", texts);
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("A pack has at most 500 files.");
	}

	@Test
	void refusesWhatIsNoZip() {
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read("no zip".getBytes()))
			.withMessageContaining("no zip file");
	}

	@Test
	void refusesAZipWithoutAPack() throws IOException {
		byte[] zip = Packs.zip("", Map.of("a/one.yaml", "x", "b/pack.yaml", "x"));
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("There is no pack.yaml in it.");
	}

	private static PackFiles read(byte[] zip) throws IOException {
		return new PackZip().files("our.zip", new ByteArrayInputStream(zip));
	}

}
