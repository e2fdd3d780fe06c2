package org.mentorprep.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the tool a core of its own and everything else the others, and the JVM's
 * compilers a better place in the queue: on one busy core they would need minutes for
 * what takes them seconds. Where the machine has no {@code taskset}, or one core only,
 * nothing is pinned, and {@link #pinned()} says so.
 */
final class Machine {

	private static final int CORES = Runtime.getRuntime().availableProcessors();

	private static final boolean PINS = CORES > 1 && runs("taskset", "--version");

	private Machine() {
	}

	static boolean pinned() {
		return PINS;
	}

	/** Everything that is not the tool: this process, and what it starts from now on. */
	static void pinTheRest() {
		pin(ProcessHandle.current().pid(), "1-" + (CORES - 1));
	}

	/** Puts a process on the first core. */
	static void pinTool(long pid) {
		pin(pid, "0");
	}

	/** Puts a process, and all its children, on the other cores. */
	static void pinToTheRest(long pid) {
		pin(pid, "1-" + (CORES - 1));
		ProcessHandle.of(pid)
			.stream()
			.flatMap(ProcessHandle::children)
			.forEach((child) -> pin(child.pid(), "1-" + (CORES - 1)));
	}

	/** Needs rights that not everybody has; without them settling takes longer. */
	static void preferCompilers(long pid) {
		ProcessCpu.compilers(pid)
			.stream()
			.map(Path::getFileName)
			.forEach((thread) -> runs("renice", "-n", "-15", "-p", thread.toString()));
	}

	private static void pin(long pid, String cores) {
		if (PINS) {
			runs("taskset", "-apc", cores, String.valueOf(pid));
		}
	}

	private static boolean runs(String... command) {
		try {
			return new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
