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

import org.springframework.util.Assert;

import static org.awaitility.Awaitility.await;

/**
 * The tool as a process of its own, which a test may kill without warning: the packaged
 * jar where the build names one with {@code tool.jar}, else the classes of this build.
 */
public final class ToolProcess implements AutoCloseable {

	/**
	 * Whoever is killed soon has no use for the best machine code, and who was just
	 * compiled needs no check of the classes: a start takes half the time without.
	 */
	private static final List<String> IN_HASTE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
			"-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

	private static Path unpacked;

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
		this.command = new ArrayList<>(List.of(java(), "-Xmx512m"));
		this.command.addAll(IN_HASTE);
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
		awaitReady("/actuator/health/readiness");
	}

	/** Waits until an address answers that it is. */
	public void awaitReady(String probe) {
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100)).until(() -> isReady(probe));
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
		return (jar != null) ? List.of("-jar", unpacked(Path.of(jar)).toString())
				: List.of("-cp", classPathOfTheTool(), "org.mentorprep.MentorprepApplication");
	}

	/**
	 * The jar as Spring Boot unpacks it, and as the Dockerfile has it: it starts quicker
	 * than with all libraries inside.
	 */
	private static synchronized Path unpacked(Path jar) {
		if (unpacked == null) {
			Path folder = jar.resolveSibling("unpacked");
			try {
				Process extract = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract",
						"--force", "--destination", folder.toString())
					.inheritIO()
					.start();
				Assert.state(extract.onExit().join().exitValue() == 0, () -> "Not to be unpacked: " + jar);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			unpacked = folder.resolve(jar.getFileName());
		}
		return unpacked;
	}

	private boolean isReady(String probe) {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The tool ended before it was ready, see " + this.log);
		}
		try {
			return new FormBrowser().open(this.url.resolve(probe)).status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

}
