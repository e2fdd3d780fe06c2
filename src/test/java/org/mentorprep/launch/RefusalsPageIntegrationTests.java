package org.mentorprep.launch;

import java.net.URLEncoder;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.launch.Refusals.Refusal;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A reference that somebody quotes, in the hands of the operator. */
@IntegrationTest
class RefusalsPageIntegrationTests extends LaunchFixture {

	@Autowired
	private Refusals refusals;

	@Test
	void quotedReferenceLeadsToItsCause() {
		Refusal refusal = refused();
		assertThat(found(refusal.reference().toLowerCase().replace("-", " ")).find("tbody").text())
			.contains(refusal.reference(), refusal.cause());
	}

	@Test
	void newestRefusalStandsFirst() {
		Refusal refusal = refused();
		assertThat(found("").find("tbody tr").text()).startsWith(refusal.reference());
	}

	@Test
	void unknownReferenceIsSaidToBeUnknown() {
		assertThat(found("<b>22222222").find("main").text()).contains("no refusal with the reference <b>22222222");
	}

	/** A login that no LMS would send. */
	private Refusal refused() {
		this.browser.post("/lti/login", Map.of("iss", "https://unknown.example", "login_hint", "4", "target_link_uri",
				"https://tool.example/"));
		return this.refusals.newest(1).get(0);
	}

	private Page found(String reference) {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		return operator.open(this.toolUrl.at("/operator/refusals?reference=" + URLEncoder.encode(reference, UTF_8)));
	}

}
