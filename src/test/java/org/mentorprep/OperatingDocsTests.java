package org.mentorprep;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.mentorprep.testing.SourceFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** The page for operators lists the settings that there are, and no others. */
class OperatingDocsTests {

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| `(mentorprep\\.[\\w.-]+)(?:\\[<name>])?` \\| ([^|]*) \\|");

	@Test
	void everySettingIsListed() {
		assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(SettingNames.load().types().keySet());
	}

	private static Map<String, String> rows() {
		Map<String, String> rows = new TreeMap<>();
		Matcher row = ROW.matcher(SourceFiles.read(Path.of("docs/operating.md")));
		while (row.find()) {
			rows.put(row.group(1), row.group(2));
		}
		return rows;
	}

}
