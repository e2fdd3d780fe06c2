package practicelms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.commons.logging.LogFactory;
import org.mentorprep.MentorprepApplication;

import org.springframework.boot.SpringApplication;

/**
 * What {@code mvn spring-boot:test-run} starts: the practice LMS, and beside it the tool,
 * which trusts it. The LMS is at 127.0.0.1 and the tool at localhost on purpose: to a
 * browser these are two sites, as in real life. Other ports: environment variables
 * {@code PRACTICE_LMS_PORT} and {@code PRACTICE_TOOL_PORT}, or system properties
 * {@code practice.lms-port} and {@code practice.tool-port}. With the environment variable
 * {@code PRACTICE_UNREGISTERED=true} the tool does not know the LMS yet.
 */
public final class PracticeRun {

	private PracticeRun() {
	}

	public static void main(String[] args) throws IOException {
		int lmsPort = port("practice.lms-port", "PRACTICE_LMS_PORT", 9000);
		int toolPort = port("practice.tool-port", "PRACTICE_TOOL_PORT", 8080);
		if (isTaken(new InetSocketAddress(InetAddress.getLoopbackAddress(), lmsPort), "PRACTICE_LMS_PORT")
				|| isTaken(new InetSocketAddress(toolPort), "PRACTICE_TOOL_PORT")) {
			System.exit(1);
		}
		String toolUrl = "http://localhost:" + toolPort;
		PracticeLms lms = PracticeLms.start(lmsPort, URI.create(toolUrl));
		startTool(lms, args, Stream.of("--server.port=" + toolPort, "--mentorprep.public-url=" + toolUrl,
				"--mentorprep.platforms-file=" + platformsFile(lms), "--mentorprep.operator.password=practice-operator",
				"--mentorprep.registration.allowed-hosts=127.0.0.1"));
		LogFactory.getLog(PracticeRun.class)
			.info("Both are ready. Open the practice LMS at " + lms.baseUrl() + "/ (the tool is at " + toolUrl + ")");
	}

	/** One that trusts the LMS, unless somebody wants to try how it registers itself. */
	private static Path platformsFile(PracticeLms lms) throws IOException {
		Path platforms = Files.createTempFile("practice-platforms", ".yaml");
		platforms.toFile().deleteOnExit();
		return Boolean.parseBoolean(System.getenv("PRACTICE_UNREGISTERED"))
				? Files.writeString(platforms, "platforms: []\n") : lms.writePlatformsFile(platforms);
	}

	/** If the tool doesn't start, nothing goes on: the run ends, and says why. */
	private static void startTool(PracticeLms lms, String[] args, Stream<String> settings) {
		try {
			SpringApplication.run(MentorprepApplication.class,
					Stream.concat(settings, Stream.of(args)).toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			lms.close();
			throw ex;
		}
	}

	private static int port(String property, String variable, int otherwise) {
		String fallback = System.getenv().getOrDefault(variable, String.valueOf(otherwise));
		return Integer.parseInt(System.getProperty(property, fallback));
	}

	private static boolean isTaken(InetSocketAddress address, String variable) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address);
			return false;
		}
		catch (IOException ex) {
			System.err.println("Port " + address.getPort() + " is taken by another program (or an earlier run)."
					+ " Stop it, or choose another port: " + variable + "=" + (address.getPort() + 1)
					+ " mvn spring-boot:test-run");
			return true;
		}
	}

}
