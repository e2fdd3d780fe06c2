package org.mentorprep.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.library.PackVersions.Activation;
import org.mentorprep.library.PackVersions.PackVersion;
import org.mentorprep.library.Uploads.Upload;

/**
 * What the template {@code library/versions} needs: the active version, all versions, and
 * the uploads that are not published.
 *
 * @param pack the active version, as mentors read it
 * @param said what was done just now; absent if nothing was
 */
public record VersionsPage(List<PackVersion> versions, Activation activation, Pack pack, List<Upload> uploads,
		@Nullable Said said) {

	/** The titles of modules of the active version, in one line. */
	public String titles(List<ModuleId> modules) {
		return modules.stream()
			.flatMap((module) -> this.pack.module(module).stream())
			.map(Module::title)
			.collect(Collectors.joining(", "));
	}

	public boolean isActive(PackVersion version) {
		return version.id().equals(this.activation.pack());
	}

	/** What was done, for the sentence on top. */
	enum Said {

		PUBLISHED, BACK, DISCARDED, CHANGED, NOTHING;

		static @Nullable Said of(@Nullable String word) {
			return Arrays.stream(values()).filter((said) -> said.word().equals(word)).findFirst().orElse(null);
		}

		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		public boolean isDone() {
			return this != CHANGED && this != NOTHING;
		}

	}

}
