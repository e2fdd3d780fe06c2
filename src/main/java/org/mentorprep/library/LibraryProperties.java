package org.mentorprep.library;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.validation.annotation.Validated;

import org.mentorprep.ConfigurationRefused;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.pack.Rendering;

/**
 * Which packs are published at a start, and the values of their variables.
 *
 * @param packs Spring resource locations: {@code classpath:…}, or {@code file:…} for a
 * folder; where no version is active yet, the first becomes active
 * @param variables values by name, for example {@code term.mentee}; others keep the
 * default of the pack
 */
@Validated
@ConfigurationProperties("mentorprep.content")
public record LibraryProperties(@DefaultValue("classpath:packs/mentor-prep") List<@NotBlank String> packs,
		@DefaultValue Map<String, String> variables) {

	/**
	 * Looks for the packs before there is a database; what they hold is checked later.
	 */
	public LibraryProperties {
		List<String> absent = packs.stream().filter((pack) -> !pack.isBlank() && !PackFiles.exist(pack)).toList();
		if (!absent.isEmpty()) {
			throw new ConfigurationRefused(absent.stream()
				.map((pack) -> "mentorprep.content.packs '" + pack + "' holds no pack: there is no pack.yaml in it.")
				.toList(), "Let mentorprep.content.packs name folders of packs, such as file:/srv/packs/ours.");
		}
	}

	public Rendering rendering() {
		return new Rendering(null, this.variables);
	}

	/** Prints the problems of a refused pack at a start, in place of a stack trace. */
	static class PackRefusedFailureAnalyzer extends AbstractFailureAnalyzer<PackRefused> {

		@Override
		protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PackRefused cause) {
			return new FailureAnalysis(cause.getMessage(),
					"Correct these places, or let mentorprep.content.packs name another pack. docs/authoring.md says how"
							+ " packs are written.",
					cause);
		}

	}

}
