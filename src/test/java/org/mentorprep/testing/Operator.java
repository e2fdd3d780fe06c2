package org.mentorprep.testing;

import java.net.URI;
import java.util.Map;

/** Whoever runs the booted tool: knows its password. */
public final class Operator {

	public static final String PASSWORD = "a password of the tests";

	public static final String METRICS_TOKEN = "a token for the numbers of the tests";

	private Operator() {
	}

	/** A browser in which the operator is signed in. */
	public static FormBrowser signedIn(URI tool) {
		FormBrowser browser = new FormBrowser();
		FormBrowser.Page first = signIn(browser, tool, PASSWORD);
		if (!first.uri().getPath().equals("/operator")) {
			throw new AssertionError("The operator did not get in: " + first.document().text());
		}
		return browser;
	}

	/** What comes of a password. */
	public static FormBrowser.Page signIn(FormBrowser browser, URI tool, String password) {
		FormBrowser.Page form = browser.open(URI.create(tool + "/operator"));
		return browser.submit(form, "main form", Map.of("password", password));
	}

}
