package practicelms;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import practicelms.course.Course;
import practicelms.course.LineItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static practicelms.PracticeFixture.LMS;

/** What the practice LMS says in an id_token, with Moodle's quirks. */
class PracticeLmsIdTokenTests {

	private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	private static final String AGS_CLAIM = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

	private final Visitor mentor = Visitor.as(Course.MENTOR);

	@AfterEach
	void reset() {
		LMS.reset();
	}

	@Test
	void tokenIsSignedByThePublishedKey() throws Exception {
		Map<String, String> answer = Visitor
			.fields(this.mentor.auth(Visitor.authRequest(this.mentor.open(Course.JUDGEMENTORING))));
		SignedJWT token = SignedJWT.parse(answer.get("id_token"));
		JWKSet keys = JWKSet.parse(this.mentor.get("/jwks").body());
		assertThat(token.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
			.isTrue();
	}

	@Test
	void publishesNoPrivateKey() throws Exception {
		assertThat(JWKSet.parse(this.mentor.get("/jwks").body()).containsNonPublicKeys()).isFalse();
	}

	@Test
	void replacedKeyLeavesNoOverlap() {
		String before = this.mentor.get("/jwks").body();
		LMS.replaceKey();
		assertThat(PracticeFixture.json(this.mentor.get("/jwks")).path("keys")).hasSize(1);
		assertThat(this.mentor.get("/jwks").body()).isNotEqualTo(before);
	}

	@Test
	void tokenLivesSixtySeconds() {
		Map<String, Object> claims = this.mentor.launch(Course.JUDGEMENTORING);
		assertThat(((Number) claims.get("exp")).longValue() - ((Number) claims.get("iat")).longValue()).isEqualTo(60);
	}

	@Test
	void audienceIsPlainText() {
		assertThat(this.mentor.launch(Course.JUDGEMENTORING)).contains(entry("aud", "practice-client"),
				entry("iss", LMS.baseUrl()), entry("sub", "4"), entry("nonce", "nonce-1"),
				entry("name", "Amara Okafor"));
	}

	@Test
	void mentorIsAPlainLearner() {
		assertThat(this.mentor.launch(Course.JUDGEMENTORING).get(LTI + "roles"))
			.isEqualTo(List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"));
	}

	@Test
	void courseAdminIsAnInstructor() {
		assertThat(Visitor.as(Course.COURSE_ADMIN).launch(Course.JUDGEMENTORING).get(LTI + "roles"))
			.isEqualTo(List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"));
	}

	@Test
	void providersStaffAreAdministratorsToo() {
		assertThat((List<?>) Visitor.as(Course.PROVIDER).launch(Course.JUDGEMENTORING).get(LTI + "roles")).hasSize(3);
	}

	@Test
	void customValuesHaveMoodlesQuirks() {
		assertThat(custom(this.mentor.launch(Course.JUDGEMENTORING))).contains(entry("module", "judgementoring"),
				entry("email", null), entry("context_history", ""), entry("courseLabel", "MENTORS"),
				entry("courselabel", "MENTORS"), entry("due_at", "$ResourceLink.submission.endDateTime"));
	}

	@Test
	void programmeLinkNamesNoModule() {
		assertThat(custom(this.mentor.launch(Course.MENTOR_PREPARATION))).doesNotContainKey("module");
	}

	@Test
	void lineItemCarriesAQuery() {
		assertThat(ags(this.mentor.launch(Course.JUDGEMENTORING))).containsEntry("lineitem",
				LMS.baseUrl() + "/services.php/2/lineitems/2/lineitem?type_id=1");
	}

	@Test
	void lineItemIsMissingOnceItIsUntied() {
		LMS.gradebook().replace(new LineItem("2", "Untied", 100, "", "", null));
		assertThat(ags(this.mentor.launch(Course.JUDGEMENTORING))).containsKey("lineitems")
			.doesNotContainKey("lineitem");
	}

	@Test
	void windowIsToldFromFrame() {
		Map<String, String> login = Visitor.fields(this.mentor.get("/launch.php?id=11&container=4"));
		String token = Visitor.fields(this.mentor.auth(Visitor.authRequest(login))).get("id_token");
		assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])))
			.contains("\"document_target\":\"window\"");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> custom(Map<String, Object> claims) {
		return (Map<String, Object>) claims.get(LTI + "custom");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> ags(Map<String, Object> claims) {
		return (Map<String, Object>) claims.get(AGS_CLAIM);
	}

}
