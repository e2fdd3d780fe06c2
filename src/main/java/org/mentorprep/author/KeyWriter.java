package org.mentorprep.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.mentorprep.yaml.Problems;

/** Marks keys as reviewed, in the files of a pack. */
class KeyWriter {

	private final Path folder;

	private final Problems problems;

	KeyWriter(Path folder, Problems problems) {
		this.folder = folder;
		this.problems = problems;
	}

	/** Whether the file was changed. */
	boolean write(PanelResult exercise) {
		Path file = this.folder.resolve(exercise.sheet().path());
		try {
			byte[] before = Files.readAllBytes(file);
			Optional<byte[]> after = KeyEdit.reviewed(before, exercise.panel());
			if (after.isPresent() && !Arrays.equals(before, after.get())) {
				Files.write(file, after.get());
				return true;
			}
			if (after.isPresent()) {
				return false;
			}
		}
		catch (IOException ex) {
			// Said below: to authors it is the same.
		}
		this.problems.add(exercise.sheet().path(), 1,
				"This file could not be changed. Write it by hand: key: {status: reviewed, panel: " + exercise.panel()
						+ "}.");
		return false;
	}

}
