package org.mentorprep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mentorprep.testing.SourceFiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Migrations may be edited in place until {@code release-0.1.0} stands in
 * docs/release.md. From then on that page lists each file with its checksum, and a file
 * that changes stops the build: installations have run it.
 */
class FrozenMigrationsTests {

	private static final Path RELEASE = Path.of("docs/release.md");

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	@Test
	void stayAsTheyWereReleased() {
		String page = Files.exists(RELEASE) ? SourceFiles.read(RELEASE) : "";
		assertThat(notListed(page, MIGRATIONS)).as("missing from docs/release.md, or changed since").isEmpty();
	}

	@Test
	void mayChangeBeforeTheFirstRelease(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("V001__audit.sql"), "CREATE TABLE ledger");
		assertThat(notListed("Notes on a release to come.", folder)).isEmpty();
	}

	@Test
	void areHeldToTheirChecksumsFromThenOn(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("V001__audit.sql"), "CREATE TABLE ledger");
		String line = line(file);
		assertThat(notListed("release-0.1.0", folder)).containsExactly(line);
		assertThat(notListed("release-0.1.0\n\n- " + line + "\n", folder)).isEmpty();
		Files.writeString(file, "CREATE TABLE other");
		assertThat(notListed("release-0.1.0\n\n- " + line + "\n", folder)).containsExactly(line(file));
	}

	/** The lines that the page should have and does not. */
	private static List<String> notListed(String page, Path migrations) {
		if (!page.contains("release-0.1.0")) {
			return List.of();
		}
		return SourceFiles.in(migrations, ".sql")
			.map(FrozenMigrationsTests::line)
			.filter((line) -> !page.contains(line))
			.toList();
	}

	private static String line(Path migration) {
		CRC32 checksum = new CRC32();
		checksum.update(SourceFiles.read(migration).replace("\r", "").getBytes(StandardCharsets.UTF_8));
		return "`%s` %08x".formatted(migration.getFileName(), checksum.getValue());
	}

}
