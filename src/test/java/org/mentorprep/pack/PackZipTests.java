package org.mentorprep.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
			"..\\evil.yaml", ".." })
	void refusesPathsThatLeadOut(String path) throws IOException {
		byte[] zip = Packs.zip("", Map.of(path, "x"));
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining(path.replace('\\', '/') + ":1: This path leads out of the pack.");
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
			texts.put("f" + i + ".md", "x");
		}
		byte[] zip = Packs.zip("", texts);
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("A pack has at most 500 files.");
	}

	@Test
	void refusesOtherKindsOfFile() throws IOException {
		byte[] zip = Packs.zip("", Map.of("pack.yaml", "x", "inner.zip", "x", "run.sh", "x"));
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("inner.zip:1: A pack holds .yaml and .md files only.")
			.withMessageContaining("run.sh:1: A pack holds .yaml and .md files only.");
	}

	@Test
	void refusesWhatGrowsWhenItIsUnpacked() throws IOException {
		Map<String, String> texts = new TreeMap<>();
		for (int i = 0; i < 200; i++) {
			texts.put("pages/" + i + ".md", "x".repeat(190_000));
		}
		byte[] zip = Packs.zip("", texts);
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("This zip file becomes very large when it is unpacked");
	}

	@Test
	void refusesLinks() throws IOException {
		byte[] zip = Packs.zip("", Map.of("pack.yaml", "/etc/passwd"));
		// In the directory, Unix mode 0120777 stands in the upper half of the external
		// attributes.
		ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		int entry = bytes.getInt(zip.length - 22 + 16);
		bytes.putInt(entry + 38, 0120777 << 16);
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("pack.yaml:1: This is a link to a file elsewhere, and no file.");
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MAX_VALUE, Integer.MAX_VALUE - 40, -1, Integer.MIN_VALUE })
	void readsAZipWhoseDirectoryIsSaidToBeOutsideOfIt(int start) throws IOException {
		byte[] zip = Packs.zip("", Packs.small().texts());
		ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(zip.length - 22 + 16, start);
		assertThat(read(zip)).isEqualTo(Packs.small());
	}

	@Test
	void refusesMoreThanFiveMegabytes() {
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(new byte[5_000_001]))
			.withMessageContaining("A zip file of more than 5 MB is no pack.");
	}

	@Test
	void refusesWhatIsNoZip() {
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read("no zip".getBytes()))
			.withMessageContaining("no zip file");
	}

	@Test
	void refusesAZipWithoutAPack() throws IOException {
		byte[] zip = Packs.zip("", Map.of("a/one.yaml", "x", "b/two.yaml", "x"));
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("There is no pack.yaml in it.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b/", "P\u00e4ckchen/our pack/v2/", "one\\two\\" })
	@DisplayName("F32: a pack may lie some folders down, whatever these are called")
	void readsAPackSomeFoldersDown(String folder) throws IOException {
		assertThat(read(Packs.zip(folder, Packs.small().texts()))).isEqualTo(Packs.small());
		assertThat(read(Packs.zip(folder, Packs.small().texts(), Charset.forName("IBM850")))).isEqualTo(Packs.small());
	}

	@Test
	@DisplayName("F32: a zip file whose folders are parted by backslashes is read")
	void readsPathsWithBackslashes() throws IOException {
		Map<String, String> texts = new TreeMap<>();
		Packs.small().texts().forEach((path, text) -> texts.put(path.replace('/', '\\'), text));
		assertThat(read(Packs.zip("", texts))).isEqualTo(Packs.small());
	}

	@Test
	@DisplayName("F32: a file whose name is in another code page is named")
	void saysWhichNameIsInAnotherCodePage() throws IOException {
		Map<String, String> texts = new TreeMap<>(Packs.small().texts());
		texts.put("modules/listening/pages/02-zuh\u00f6ren.md", "x");
		byte[] zip = Packs.zip("", texts, Charset.forName("IBM850"));
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("modules/listening/pages/02-zuh")
			.withMessageContaining("The name of this file has letters that programs read in different ways.");
	}

	@Test
	@DisplayName("F32: what lies beside a pack is named, with the folder of the pack")
	void saysWhatLiesBesideThePack() throws IOException {
		byte[] zip = Packs.zip("", Map.of("a/one.yaml", "x", "a/two.yaml", "x", "b/pack.yaml", "x"));
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("a/one.yaml:1: This lies beside the pack, which is in b/; so do 1 more files.");
	}

	@ParameterizedTest
	@CsvSource({ "8, 1, This file is locked with a password.", "10, 12, This file is packed by a method",
			"10, 99, This file is packed by a method" })
	@DisplayName("F32: a password and an unknown method are said, with the file")
	void saysWhyAFileCannotBeUnpacked(int inDirectory, int value, String sentence) throws IOException {
		byte[] zip = Packs.zip("", Map.of("pack.yaml", "x"));
		ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		int entry = bytes.getInt(zip.length - 22 + 16);
		bytes.putShort(entry + inDirectory, (short) value);
		bytes.putShort(inDirectory - 2, (short) value);
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(zip))
			.withMessageContaining("pack.yaml:1: " + sentence);
	}

	@Test
	@DisplayName("F32: a zip file that breaks off says at which file")
	void saysWhereAZipFileBreaksOff() throws IOException {
		byte[] zip = Packs.zip("", Packs.small().texts());
		byte[] half = Arrays.copyOf(zip, zip.length / 2);
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> read(half))
			.withMessageContaining(
					"modules/listening/exercises/talk-1.yaml:1: Here, or right after it, the zip file is");
	}

	private static PackFiles read(byte[] zip) throws IOException {
		return new PackZip().files("our.zip", new ByteArrayInputStream(zip));
	}

}
