package org.mentorprep.content.publishing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What the template {@code content/versions} needs: what is in use, what waits, and all
 * that was published.
 *
 * @param said what was done just now; absent if nothing was
 */
public record VersionsPage(List<Release> releases, Choice present, List<Upload> waiting, @Nullable Said said) {

	public boolean inUse(Release release) {
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
