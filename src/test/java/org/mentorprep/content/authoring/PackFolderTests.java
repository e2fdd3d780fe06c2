package org.mentorprep.content.authoring;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.mentorprep.content.authoring.file.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PackFolderTests {

	@TempDir
	private Path folder;

	@Test
	void readsTheSameFromADirectory() throws IOException {
		write(Packs.small().texts());
		assertThat(Packs.read("file:" + this.folder).hash()).isEqualTo(Packs.small().hash());
	}

	@Test
	void readsTheSameFromWithinAJar() throws IOException {
		Path jar = this.folder.resolve("our packs.jar");
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
			out.putNextEntry(new ZipEntry("in-jar/"));
			for (Map.Entry<String, String> text : Packs.small().texts().entrySet()) {
				out.putNextEntry(new ZipEntry("in-jar/" + text.getKey()));
				out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() }, null)) {
			PackFolder packs = new PackFolder(new PathMatchingResourcePatternResolver(loader));
			assertThat(packs.files("classpath:in-jar").hash()).isEqualTo(Packs.small().hash());
		}
	}

	@Test
	void hashIsTheSameWhateverTheLineBreaks() {
		Map<String, String> changed = Map.of("pack.yaml",
				"\uFEFF" + Packs.small().texts().get("pack.yaml").replace("\n", "\r\n"));
		assertThat(Packs.smallWith(changed).hash()).isEqualTo(Packs.small().hash());
	}

	@Test
	void hashChangesWithTheContent() {
		assertThat(Packs.smallWith(Map.of("more.yaml", "a: b")).hash()).isNotEqualTo(Packs.small().hash());
	}

	@Test
	void comesBackTheSameFromJson() {
		assertThat(PackFiles.fromJson(Packs.small().toJson())).isEqualTo(Packs.small());
	}

	@Test
	void leavesHiddenFilesAlone() throws IOException {
		write(Packs.small().texts());
		write(Map.of(".git/config", "x", ".DS_Store", "x"));
		assertThat(Packs.read("file:" + this.folder)).isEqualTo(Packs.small());
	}

	@Test
	void refusesWhatIsTooLargeOrNoText() throws IOException {
		write(Packs.small().texts());
		write(Map.of("large.yaml", "x".repeat(200_001)));
		Files.write(this.folder.resolve("picture.png"), new byte[] { (byte) 0x89, 'P', 'N', 'G', (byte) 0xFF });
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> Packs.read("file:" + this.folder))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::toString)
				.containsExactly("large.yaml:1: This file is larger than 200 kB.",
						"picture.png:1: This file is no text in UTF-8."));
	}

	private void write(Map<String, String> texts) throws IOException {
		for (Map.Entry<String, String> text : texts.entrySet()) {
			Path path = this.folder.resolve(text.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, text.getValue());
		}
	}

}
