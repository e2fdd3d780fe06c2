package org.mentorprep.library;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.library.PackVersions.Activation;
import org.mentorprep.library.PackVersions.PackVersion;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.Packs;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;
import org.mentorprep.testing.TypingMentor;

import practicelms.PracticeLms;
import practicelms.course.Course;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operator uploads, publishes and goes back, while mentors work. The pack in use is
 * the shipped one cut down to one conversation: a check of all of it takes long, and an
 * upload is checked at every step.
 */
@IntegrationTest
class LibraryPagesIntegrationTests {

	private static final String UPLOAD = "form[enctype]";

	private static final String PUBLISH = "form[action$=/published]";

	private static final String TALK = "modules/judgementoring/exercises/m3-j1.yaml";

	private static final String MODULE = "modules/judgementoring/module.yaml";

	@Autowired
	private PracticeLms lms;

	@Autowired
	private PackVersions versions;

	@Autowired
	private Ledger ledger;

	@Autowired
	private JdbcClient jdbc;

	@Value("${mentorprep.public-url}")
	private URI tool;

	private FormBrowser operator;

	private PackVersion before;

	private PackVersion shipped;

	@BeforeEach
	void cutDownAndSignIn() {
		this.before = this.versions.activeVersion().orElseThrow();
		this.shipped = this.versions.publish(this.before.name(), this.before.version(),
				Packs.cutDown(this.versions.files(this.before.id()).orElseThrow()));
		use(this.shipped);
		this.operator = Operator.signedIn(this.tool);
	}

	/** Other tests of this context expect all of it. */
	@AfterEach
	void goBackToAllOfIt() {
		use(this.before);
		this.jdbc.sql("DELETE FROM pack_upload").update();
	}

	private void use(PackVersion version) {
		this.versions.activate(version, this.versions.newest().orElseThrow().activationNumber(), Actor.operator());
	}

	@Test
	void showsWhatIsInUse() {
		assertThat(contents().document().select("main tbody tr:contains(In use)").eachText()).singleElement()
			.asString()
			.startsWith("mentor-prep " + this.shipped.version() + " In use since");
	}

	@Test
	void refusedPackIsToldWithFileAndLineAndNothingIsKept() throws IOException {
		int before = rows();
		Page page = upload(changed(patch(1), TALK, "goto: notes", "goto: nowhere"));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find(".message-bad").text()).contains("m3-j1.yaml:", "There is no node nowhere.");
		assertThat(rows()).isEqualTo(before);
	}

	@Test
	void filesThatAreNoZipAreRefusedKindly() {
		Page page = this.operator.upload(contents(), UPLOAD, "no zip".getBytes());
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find(".message-bad").text()).contains("no zip file");
	}

	@Test
	@DisplayName("F28: a plain form in place of a file is refused, and is no fault of ours")
	void plainFormIsNoUpload() {
		Page contents = contents();
		String csrf = contents.find("form[action$=uploads] input[name=_csrf]").attr("value");
		Page page = this.operator.post(contents.uri().resolve("/operator/content/uploads"),
				Map.of("_csrf", csrf, "pack", "no file"));
		assertThat(page.status()).isEqualTo(415);
	}

	@Test
	void packsThatAreTooLargeAreRefusedKindly() {
		Page page = this.operator.upload(contents(), UPLOAD, new byte[6_000_000]);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find(".message-bad").text()).contains("more than 5 MB");
	}

	@Test
	void numberThatHidesAChangeIsRefused() throws IOException {
		Page page = upload(changed(number(0, 9, 0), MODULE, "mark: 70", "mark: 75"));
		assertThat(page.find(".message-bad").text()).contains("pack.yaml:3",
				"Version " + number(0, 9, 0) + " is too low: what changed since " + this.shipped.version()
						+ " asks for " + number(1, 0, 0) + " or higher");
	}

	@Test
	void uploadIsInUseOnlyAfterItWasLookedAtAndPublished() throws IOException {
		Page look = upload(changed(patch(1), TALK, "title:", "title: About"));
		assertThat(look.find("main table").text()).contains("Its words changed.", "Last: words");
		assertThat(inUse()).isEqualTo(this.shipped.version());
		Page done = this.operator.submit(look, PUBLISH, Map.of());
		assertThat(done.find(".message-done").text()).startsWith("It is in use now.");
		assertThat(inUse()).isEqualTo(patch(1));
		assertThat(this.ledger.newest(1)).first()
			.returns(Actor.operator(), (line) -> line.actor())
			.returns("mentor-prep " + patch(1), (line) -> line.subject())
			.returns("mentor-prep " + this.shipped.version(), (line) -> line.detail());
	}

	@Test
	void operatorSeesPagesAndExercisesOfAnUploadBeforeMentorsDo() throws IOException {
		Page look = upload(changed(patch(4), TALK, "title:", "title: Draft of"));
		Page pack = this.operator.open(this.tool.resolve(look.find("a[href$=/preview]").attr("href")));
		Page module = this.operator
			.open(this.tool.resolve(pack.find("main a[href$=/modules/judgementoring]").attr("href")));
		assertThat(module.find("main a[href*=/pages/]").text()).isNotBlank();
		Page talk = this.operator.open(this.tool.resolve(module.find("main a[href$=/exercises/m3-j1]").attr("href")));
		assertThat(talk.find("h1").text()).startsWith("Preview: Draft of");
		Page reply = this.operator.submit(talk, "form.task", Map.of("words", "Sit down a moment."));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(inUse()).isEqualTo(this.shipped.version());
	}

	@Test
	void uploadThatWasThrownAwayHasNoPreview() throws IOException {
		Page look = upload(changed(patch(5), TALK, "title:", "title: Other draft of"));
		URI preview = this.tool.resolve(look.find("a[href$=/preview]").attr("href"));
		assertThat(this.operator.open(preview).status()).isEqualTo(200);
		this.operator.submit(look, "#discard", Map.of());
		assertThat(this.operator.open(preview).status()).isEqualTo(404);
	}

	@Test
	void publishedVersionCanBeSeenToo() {
		String preview = "/operator/content/versions/" + this.shipped.id() + "/preview";
		assertThat(this.operator.open(this.tool.resolve(preview)).find("h1").text()).startsWith("Preview: ");
	}

	@Test
	void goesBackToAnEarlierVersion() throws IOException {
		this.operator.submit(upload(changed(patch(2), TALK, "title:", "title: More about")), PUBLISH, Map.of());
		Page look = this.operator.open(URI.create(this.tool + "/operator/content/versions/" + this.shipped.id()));
		Page done = this.operator.submit(look, PUBLISH, Map.of());
		assertThat(done.find(".message-done").text()).startsWith("The earlier version is in use again.");
		assertThat(inUse()).isEqualTo(this.shipped.version());
	}

	@Test
	void whoLookedBeforeSomebodyElsePublishedLooksAgain() throws IOException {
		Page look = upload(changed(patch(3), TALK, "title:", "title: Even more about"));
		Activation present = this.versions.newest().orElseThrow();
		this.versions.activate(this.shipped, present.activationNumber(), Actor.operator());
		assertThat(this.operator.submit(look, PUBLISH, Map.of()).find(".message-note").text())
			.contains("another version into use meanwhile");
		assertThat(inUse()).isEqualTo(this.shipped.version());
	}

	@Test
	void attemptBegunOnOneVersionIsFinishedAfterTheNextWasPublished() throws IOException {
		TypingMentor mentor = new TypingMentor(this.lms, Course.JUDGEMENTORING,
				this.lms.enrolMentor("Mentor", "Between"), 7);
		mentor.launches().answersOnce();
		this.operator.submit(upload(changed(number(1, 0, 0), MODULE, "mark: 70", "mark: 75")), PUBLISH, Map.of());
		mentor.launches().worksOneTask();
		assertThat(this.jdbc.sql("""
				SELECT COUNT(*) FROM attempt a JOIN module_progress c ON c.person = a.person
				WHERE a.pack = ? AND a.finished_at IS NOT NULL AND a.begun_at = (SELECT MAX(begun_at) FROM attempt)""")
			.param(this.shipped.id().value())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	private Page contents() {
		return this.operator.open(URI.create(this.tool + "/operator/content"));
	}

	private Page upload(PackFiles files) throws IOException {
		return this.operator.upload(contents(), UPLOAD, Packs.zip("", files.texts()));
	}

	/** The shipped pack under another number, with one place put otherwise. */
	private PackFiles changed(String version, String path, String place, String otherwise) {
		TreeMap<String, String> texts = new TreeMap<>(this.versions.files(this.shipped.id()).orElseThrow().texts());
		texts.computeIfPresent("pack.yaml",
				(name, text) -> text.replace("version: " + this.shipped.version(), "version: " + version));
		return Drafts.with(new PackFiles(texts), path, place, otherwise);
	}

	private String patch(int higher) {
		return number(0, 0, higher);
	}

	/** A version higher than the shipped one by so much. */
	private String number(int major, int minor, int patch) {
		int[] now = Pattern.compile("\\.").splitAsStream(this.shipped.version()).mapToInt(Integer::parseInt).toArray();
		return (major > 0) ? (now[0] + major) + ".0.0" : now[0] + "." + (now[1] + minor) + "." + (now[2] + patch);
	}

	private String inUse() {
		return this.versions.activeVersion().orElseThrow().version();
	}

	private int rows() {
		return this.jdbc.sql("SELECT COUNT(*) FROM pack_upload").query(Integer.class).single()
				+ this.versions.all().size();
	}

}
