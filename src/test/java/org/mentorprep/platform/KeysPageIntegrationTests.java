package org.mentorprep.platform;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.audit.LedgerEntry;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Our keys in the hands of the operator. */
@IntegrationTest
class KeysPageIntegrationTests {

	private static final String MAKE = "main > form";

	private static final String WITHDRAW = "td form";

	@Autowired
	private ToolUrl toolUrl;

	@Autowired
	private ToolKeys keys;

	@Autowired
	private KeyRotation rotation;

	@Autowired
	private Ledger ledger;

	/** Others share the tool: only the key that signs stays. */
	@AfterEach
	void withdrawWhatWasMade() {
		this.keys.published().getKeys().forEach((key) -> this.rotation.withdraw(Actor.tool(), key.getKeyID()));
		this.keys.forget();
	}

	@Test
	void newKeyIsPublishedAtOnceAndStandsInTheLedger() {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page page = operator.submit(page(operator), MAKE, Map.of());
		String made = page.find("tbody code").text();
		assertThat(page.document().text()).contains("The new key is published");
		assertThat(operator.open(this.toolUrl.at("/.well-known/jwks.json")).document().text()).contains(made);
		assertThat(this.ledger.newest(1)).extracting(LedgerEntry::act, LedgerEntry::actor, LedgerEntry::subject)
			.containsExactly(tuple("platform.key-made", Actor.operator(), made));
	}

	@Test
	void noFurtherKeyIsOfferedWhileOneWaits() {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		assertThat(operator.submit(page(operator), MAKE, Map.of()).has(MAKE)).isFalse();
	}

	@Test
	void waitingKeyIsWithdrawnByItsButton() {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page page = operator.submit(page(operator), MAKE, Map.of());
		Page withdrawn = operator.submit(page, WITHDRAW, Map.of("kid", page.find("td button").attr("value")));
		assertThat(withdrawn.document().select("tbody tr")).hasSize(1);
	}

	@Test
	@DisplayName("case 176: the key that signs has no button, and a forged form changes nothing")
	void keyThatSignsStays() {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page page = page(operator);
		assertThat(page.has("td button")).isFalse();
		Page after = operator.post(this.toolUrl.at("/operator/keys/withdrawn"),
				Map.of("kid", this.keys.signing().getKeyID(), "_csrf", page.find(MAKE + " input[name=_csrf]").val()));
		assertThat(after.document().text()).contains("No key was withdrawn", this.keys.signing().getKeyID());
	}

	@Test
	void pageShowsNothingOfAPrivateKey() {
		String page = page(Operator.signedIn(this.toolUrl.base())).document().html();
		assertThat(page).doesNotContain(this.keys.signing().getPrivateExponent().toString());
	}

	private Page page(FormBrowser operator) {
		return operator.open(this.toolUrl.at("/operator/keys"));
	}

}
