package practicelms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.Person;
import practicelms.course.Site;
import practicelms.course.Tool;
import practicelms.course.Tools;
import practicelms.launch.SigningKey;
import practicelms.registration.Registrar;
import practicelms.service.AccessTokens;
import practicelms.service.Faults;
import practicelms.service.Received;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running practice LMS and what a test may do with it. People use its pages instead,
 * where these can be found by their ids:
 * <ul>
 * <li>{@code GET /}: buttons {@code be-USER} choose who this browser is, links
 * {@code activity-CMID} open an activity, {@code me} says who one is; table
 * {@code gradebook} has a row {@code grade-USER-ITEM} for each mentor and column, with
 * cells of class {@code score}, {@code completion} and {@code comment}; buttons
 * {@code SCORES-down}, {@code SCORES-up}, {@code TOKENS-down}, {@code TOKENS-up},
 * {@code MEMBERS-down}, {@code MEMBERS-up} are the switches.</li>
 * <li>{@code GET /activities/CMID}: the tool in the frame {@code contentframe}; link
 * {@code new-window} opens it in a window of its own, link {@code back} leads to the
 * course.</li>
 * <li>{@code GET /}, as course staff: link {@code add-activity} opens the tool's picker
 * in the frame {@code contentitem-page-iframe}, where what came back is listed as
 * {@code proposed} and button {@code save} adds it; button {@code copy-course} copies the
 * course, {@code reset-course} takes all grades away; links {@code review-USER-CMID} open
 * somebody's work from the gradebook.</li>
 * <li>{@code GET /admin}: field {@code url} and button {@code add} register a tool in the
 * frame {@code registration}; each tool is a card {@code tool-TYPE}, with a button
 * {@code activate-TYPE} while it is pending.</li>
 * </ul>
 * Without a browser: {@code POST /be} with {@code person}, then
 * {@code GET /launch.php?id=CMID}, with the cookie that came; the answer is the form for
 * the tool's login address.
 */
public final class PracticeLms implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private PracticeLms(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts a practice LMS on 127.0.0.1.
	 * @param port the port, 0 for any that is free
	 * @param toolUrl the public address of the tool, which need not run yet
	 */
	public static PracticeLms start(int port, URI toolUrl) {
		return start(port, toolUrl, Clock.systemUTC());
	}

	/** Starts a practice LMS whose time is the given clock's. */
	public static PracticeLms start(int port, URI toolUrl, Clock clock) {
		SpringApplication application = new SpringApplication(PracticeConfiguration.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		ApplicationContextInitializer<GenericApplicationContext> beans = (context) -> {
			context.registerBean(Clock.class, () -> clock);
			context.registerBean(Site.class, () -> new Site(context.getEnvironment(), toolUrl));
		};
		application.addInitializers(beans);
		// Command line arguments win over environment variables meant for the tool.
		return new PracticeLms(application.run("--spring.config.name=practicelms", "--spring.profiles.active=",
				"--server.address=127.0.0.1", "--server.port=" + port,
				// As other servers than Tomcat do.
				"--server.tomcat.relaxed-query-chars=[,]"));
	}

	/** Address and issuer, without a slash at its end. */
	public String baseUrl() {
		return site().baseUrl();
	}

	/** This LMS as an entry of the tool's platforms file. */
	public String platformsFileYaml() {
		return """
				platforms:
				  - name: Practice LMS
				    issuer: %1$s
				    client-id: %2$s
				    deployment-ids: [%3$s]
				    authorization-endpoint: %1$s/auth
				    token-endpoint: %1$s/token
				    jwks-uri: %1$s/jwks
				""".formatted(baseUrl(), Tool.BY_HAND.clientId(), Tool.BY_HAND.deploymentId());
	}

	/** Writes the platforms file and returns its path. */
	public Path writePlatformsFile(Path file) {
		try {
			return Files.writeString(file, platformsFileYaml());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The gradebook, to read, and to do what teachers do: override and lock. */
	public Gradebook gradebook() {
		return this.context.getBean(Gradebook.class);
	}

	/** Switches services off and on. */
	public Faults faults() {
		return this.context.getBean(Faults.class);
	}

	/** How registrations go wrong, and what tools sent to register. */
	public Registrar registrar() {
		return this.context.getBean(Registrar.class);
	}

	/** The registrations of the tool. */
	public Tools tools() {
		return this.context.getBean(Tools.class);
	}

	/** What the tool asked of the services. */
	public Received received() {
		return this.context.getBean(Received.class);
	}

	/** Addresses of this LMS, such as those of its line items. */
	public Site site() {
		return this.context.getBean(Site.class);
	}

	/** Enrols one more mentor: for a test that wants someone whom the tool never saw. */
	public Person enrolMentor(String givenName, String familyName) {
		return course().enrolMentor(givenName, familyName);
	}

	/** Deletes an activity, and its column and grades with it. */
	public void delete(Activity activity) {
		course().remove(activity);
		gradebook().remove(activity);
	}

	/** The course, to see what teachers added, and to copy it. */
	public Course course() {
		return this.context.getBean(Course.class);
	}

	/** Takes every access token back: the next call of a service gets 401. */
	public void forgetTokens() {
		this.context.getBean(AccessTokens.class).forget();
	}

	/** Replaces the key pair, at once and without overlap. */
	public void replaceKey() {
		this.context.getBean(SigningKey.class).replace();
	}

	/**
	 * Back to the state of the start: grades, columns, tools, faults, suspensions,
	 * deletions and what was received. People stay enrolled and signed in, added
	 * activities stay in the course, access tokens stay valid.
	 */
	public void reset() {
		course().clear();
		gradebook().clear();
		faults().clear();
		received().clear();
		registrar().clear();
		tools().clear();
		site().split(false);
		site().tokenAudience(null);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
