package org.mentorprep.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.library.Uploads.Upload;

/**
 * What the template {@code content/versions} needs: what is in use, what waits, and all
 * that was published.
 *
 * @param pack the version in use, as mentors read it
 * @param said what was done just now; absent if nothing was
 */
public record VersionsPage(List<PackVersions.PackVersion> releases, PackVersions.Activation present, Pack pack,
		List<Upload> waiting, @Nullable Said said) {

	/** What modules of the version in use are called, in one line. */
	public String titles(List<ModuleId> modules) {
		return modules.stream()
			.flatMap((module) -> this.pack.module(module).stream())
			.map(Module::title)
			.collect(Collectors.joining(", "));
	}

	public boolean inUse(PackVersions.PackVersion release) {
		return release.id().equals(this.present.pack());
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
