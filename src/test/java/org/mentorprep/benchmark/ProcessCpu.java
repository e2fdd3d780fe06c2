package org.mentorprep.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The CPU time that the operating system has counted for processes, in milliseconds
 * (Linux, proc(5)). One tick is 10 ms: measure over seconds.
 */
final class ProcessCpu {

	private static final int MS_PER_TICK = 10;

	private ProcessCpu() {
	}

	/** Of one process. */
	static double ofProcess(long pid) {
		String[] fields = stat(Path.of("/proc/" + pid + "/stat"));
		return MS_PER_TICK * (ticks(fields, 14) + ticks(fields, 15));
	}

	/** Of a process, its children of now, and those that have ended. */
	static double ofFamily(long pid) {
		String[] fields = stat(Path.of("/proc/" + pid + "/stat"));
		double own = ticks(fields, 14) + ticks(fields, 15) + ticks(fields, 16) + ticks(fields, 17);
		List<Long> children = ProcessHandle.of(pid)
			.stream()
			.flatMap(ProcessHandle::children)
			.map(ProcessHandle::pid)
			.toList();
		return MS_PER_TICK * own + children.stream().mapToDouble(ProcessCpu::orNothing).sum();
	}

	/** Of the threads of a process in which the JVM compiles. */
	static double ofCompilers(long pid) {
		double ticks = 0;
		for (Path thread : compilers(pid)) {
			String[] fields = stat(thread.resolve("stat"));
			ticks += ticks(fields, 14) + ticks(fields, 15);
		}
		return MS_PER_TICK * ticks;
	}

	/** The folders of these threads, named by their id. */
	static List<Path> compilers(long pid) {
		try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
			return threads.filter((thread) -> read(thread.resolve("comm")).matches("C[12] CompilerThre\\s*")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Resident memory in MB. */
	static long residentMb(long pid) {
		return read(Path.of("/proc/" + pid + "/status")).lines()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	private static double orNothing(long pid) {
		try {
			return ofProcess(pid);
		}
		catch (UncheckedIOException gone) {
			return 0;
		}
	}

	/** Its fields by their number; what precedes them may hold blanks. */
	private static String[] stat(Path file) {
		String stat = read(file);
		String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		String[] fields = new String[rest.length + 3];
		System.arraycopy(rest, 0, fields, 3, rest.length);
		return fields;
	}

	private static double ticks(String[] fields, int number) {
		return Double.parseDouble(fields[number]);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (NoSuchFileException ended) {
			throw new UncheckedIOException(ended);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
