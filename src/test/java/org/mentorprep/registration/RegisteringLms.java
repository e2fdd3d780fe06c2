package org.mentorprep.registration;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.audit.Ledger;
import org.mentorprep.audit.LedgerEntry;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;

import practicelms.PracticeLms;
import practicelms.course.Course;
import practicelms.registration.RegistrationFault;

/**
 * Where tests of registration begin: an LMS that nobody knows yet, and whoever
 * administers it.
 */
abstract class RegisteringLms {

	static final String NAME = "Hartley Hill Moodle";

	/** Kept for all classes: it takes a second to start. */
	static PracticeLms lms;

	@Autowired
	Invitations invitations;

	@Autowired
	ToolUrl toolUrl;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Platforms platforms;

	@Autowired
	private Ledger ledger;

	@BeforeEach
	void open() {
		if (lms == null) {
			lms = PracticeLms.start(0, this.toolUrl.base());
		}
	}

	@AfterEach
	void forget() {
		lms.reset();
		// People may have come from there: the row stays, under another name.
		this.jdbc.sql("""
				UPDATE platform SET issuer = CAST(id AS VARCHAR(40)), enabled = FALSE, pending = FALSE,
				       self_registered_issuer = NULL
				WHERE issuer = :issuer""").param("issuer", lms.baseUrl()).update();
	}

	@AfterAll
	static void close() {
		lms.close();
		lms = null;
	}

	/** An address of registration that is good as it is. */
	String invited() {
		return address(this.invitations.make(NAME, host(lms)).secret());
	}

	String address(String secret) {
		return this.toolUrl.at("/lti/register?invitation=" + secret).toString();
	}

	/** As the administrator of the LMS, who pastes an address. */
	static Page paste(String address) {
		return new FormBrowser().open(URI.create(lms.baseUrl() + "/startregistration?url=" + encode(address)));
	}

	/** As an LMS that sends no token, or anybody else. */
	static Page visit(String address, String configuration) {
		return new FormBrowser().open(URI.create(address + "&openid_configuration=" + encode(configuration)));
	}

	static Page pasteSpoiled(String address, RegistrationFault fault) {
		lms.registrar().spoil(fault);
		return paste(address);
	}

	static String configuration() {
		return lms.baseUrl() + "/openid-configuration";
	}

	static String host(PracticeLms lms) {
		return URI.create(lms.baseUrl()).getAuthority();
	}

	/** What is stored of this LMS. */
	List<Platform> registered() {
		return this.platforms.ofIssuer(lms.baseUrl());
	}

	/** As the operator does. */
	void disable() {
		registered()
			.forEach((platform) -> this.platforms.change(platform.id(), platform.state(), Platform.State.DISABLED));
	}

	List<String> actsOn(PlatformId platform) {
		return this.ledger.newest(50)
			.stream()
			.filter((entry) -> entry.actor().id().equals(platform.toString()))
			.map(LedgerEntry::act)
			.toList();
	}

	/** A mentor of the LMS opens the activity: the page of the tool. */
	static Page launch() {
		FormBrowser mentor = new FormBrowser();
		mentor.post(URI.create(lms.baseUrl() + "/be"), Map.of("person", Course.MENTOR.id()));
		Page login = mentor.open(URI.create(lms.baseUrl() + "/launch.php?id=" + Course.JUDGEMENTORING.cmid()));
		Page answer = mentor.submit(login, "#self-submitting", Map.of());
		return answer.has("#self-submitting") ? mentor.submit(answer, "#self-submitting", Map.of()) : answer;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
