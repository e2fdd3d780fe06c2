package org.mentorprep.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * The tool as a process of its own, which a test may kill without warning: the packaged
 * jar where the build names one with {@code tool.jar}, else the classes of this build.
 */
public final class ToolProcess implements AutoCloseable {

	private final Path log;

	private final URI url;

	private final List<String> command;

	private Process process;

	/**
	 * @param properties Spring properties, the port and public URL excepted
	 * @param log where the process writes what it would print
	 */
	public ToolProcess(int port, Map<String, String> properties, Path log) {
		this.log = log;
		this.url = URI.create("http://localhost:" + port);
		// Whoever is killed soon has no use for the best machine code, which takes twice
		// as
		// long to start with.
		this.command = new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:TieredStopAtLevel=1"));
		this.command.addAll(program());
		this.command.addAll(List.of("--server.port=" + port, "--mentorprep.public-url=" + this.url));
		properties.forEach((name, property) -> this.command.add("--" + name + "=" + property));
	}

	/** Starts it, and waits until it is ready for requests. */
	public ToolProcess start() {
		launch();
		awaitReady();
		return this;
	}

	/** Starts it. */
	public void launch() {
		try {
			this.process = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(Redirect.appendTo(this.log.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it is ready for requests. */
	public void awaitReady() {
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100)).until(this::isReady);
	}

	/** SIGKILL: it gets no chance to tidy up. Returns when it is gone. */
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	public URI url() {
		return this.url;
	}

	@Override
	public void close() {
		if (this.process != null) {
			kill();
		}
	}

	/** The Java that runs this test. */
	public static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** All that this JVM has on its class path, but the tests. */
	public static String classPathOfTheTool() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static List<String> program() {
		String jar = System.getProperty("tool.jar");
		return (jar != null) ? List.of("-jar", jar)
				: List.of("-cp", classPathOfTheTool(), "org.mentorprep.MentorprepApplication");
	}

	private boolean isReady() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The tool ended before it was ready, see " + this.log);
		}
		try {
			return new FormBrowser().open(this.url.resolve("/actuator/health/readiness")).status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

}
