package org.mentorprep.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.mentorprep.testing.BootedTool;
import org.mentorprep.testing.ToolProcess;

import static org.awaitility.Awaitility.await;

/**
 * A packaged tool that runs as in production: unpacked, 256 MB of heap. Further options
 * of the JVM: {@code -Dbenchmark.jvm}.
 */
final class MeasuredTool implements AutoCloseable {

	private final URI url;

	private final Process process;

	private final Start start;

	/** What a start costs until the tool is ready, on all cores. */
	record Start(long cpuMs, long wallMs, long residentMb) {
	}

	/**
	 * @param jar as the build packages it
	 * @param folder for its log and whatever it unpacks
	 */
	MeasuredTool(Path jar, Map<String, String> properties, Path folder) {
		int port = BootedTool.freePort();
		this.url = URI.create("http://127.0.0.1:" + port);
		List<String> command = new ArrayList<>(List.of(System.getProperty("benchmark.java", ToolProcess.java())));
		command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
		command.addAll(options());
		command.addAll(List.of("-jar", unpacked(jar, folder.resolve("unpacked")).toString(), "--server.port=" + port,
				"--mentorprep.public-url=" + this.url));
		properties.forEach((name, property) -> command.add("--" + name + "=" + property));
		long begun = System.nanoTime();
		this.process = run(new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(Redirect.appendTo(folder.resolve("tool.log").toFile())));
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50)).until(this::isReady);
		this.start = new Start(Math.round(ProcessCpu.ofProcess(pid())), (System.nanoTime() - begun) / 1_000_000,
				ProcessCpu.residentMb(pid()));
	}

	URI url() {
		return this.url;
	}

	long pid() {
		return this.process.pid();
	}

	Start start() {
		return this.start;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

	private static List<String> options() {
		String options = System.getProperty("benchmark.jvm", "").strip();
		return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
	}

	private static Path unpacked(Path jar, Path folder) {
		run(new ProcessBuilder(ToolProcess.java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force",
				"--destination", folder.toString())
			.inheritIO()).onExit().join();
		return folder.resolve(jar.getFileName());
	}

	private static Process run(ProcessBuilder builder) {
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isReady() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The tool ended before it was ready: see its log");
		}
		try {
			URI readiness = this.url.resolve("/actuator/health/readiness");
			return ((HttpURLConnection) readiness.toURL().openConnection()).getResponseCode() == 200;
		}
		catch (IOException notYet) {
			return false;
		}
	}

}
