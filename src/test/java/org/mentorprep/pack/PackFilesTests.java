package org.mentorprep.pack;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.mentorprep.yaml.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PackFilesTests {

	@TempDir
	private Path folder;

	@Test
	void readsTheSameFromADirectory() throws IOException {
		Packs.write(this.folder, Packs.small().texts());
		assertThat(Packs.read("file:" + this.folder).hash()).isEqualTo(Packs.small().hash());
	}

	@Test
	void readsTheSameFromWithinAJar() throws IOException {
		Path jar = this.folder.resolve("our packs.jar");
		Files.write(jar, Packs.zip("in-jar/", Packs.small().texts()));
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() }, null)) {
			PackFiles packed = PackFiles.in("classpath:in-jar", new PathMatchingResourcePatternResolver(loader));
			assertThat(packed.hash()).isEqualTo(Packs.small().hash());
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
		Packs.write(this.folder, Packs.small().texts());
		Packs.write(this.folder, Map.of(".git/config", "x", ".DS_Store", "x"));
		assertThat(Packs.read("file:" + this.folder)).isEqualTo(Packs.small());
	}

	@Test
	void refusesWhatIsTooLargeOrNoText() throws IOException {
		Packs.write(this.folder, Packs.small().texts());
		Packs.write(this.folder, Map.of("large.yaml", "x".repeat(200_001)));
		Files.write(this.folder.resolve("picture.png"), new byte[] { (byte) 0x89, 'P', 'N', 'G', (byte) 0xFF });
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> Packs.read("file:" + this.folder))
			.satisfies((refused) -> assertThat(refused.problems()).extracting(Problem::toString)
				.containsExactly("large.yaml:1: This file is larger than 200 kB.",
						"picture.png:1: This file is no text in UTF-8."));
	}

}
