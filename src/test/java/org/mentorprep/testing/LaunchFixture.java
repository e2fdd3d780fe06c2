package org.mentorprep.testing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.platform.ToolUrl;

/**
 * Where tests of the front door begin: an LMS that is registered, and a browser that
 * nobody knows.
 */
public abstract class LaunchFixture {

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected ToolUrl toolUrl;

	protected TestPlatform platform;

	protected TestBrowser browser;

	@BeforeEach
	void register() {
		this.platform = TestPlatform.register(this.jdbc);
		this.browser = anotherBrowser();
	}

	@AfterEach
	void close() {
		this.platform.close();
	}

	/** One more browser without cookies. */
	protected TestBrowser anotherBrowser() {
		return new TestBrowser(this.toolUrl.base());
	}

}
