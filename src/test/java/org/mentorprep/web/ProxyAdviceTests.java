package org.mentorprep.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;

import org.mentorprep.platform.ToolUrl;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ProxyAdviceTests {

	private static final String WARNING = "take all people for one";

	private final ServerProperties server = new ServerProperties();

	@Test
	void warnsBehindAProxyThatItDoesNotBelieve(CapturedOutput log) {
		this.server.setForwardHeadersStrategy(ForwardHeadersStrategy.NONE);
		start("https://mentors.example.org");
		assertThat(log).contains(WARNING);
	}

	@Test
	void isContentWithAProxyThatItBelieves(CapturedOutput log) {
		this.server.setForwardHeadersStrategy(ForwardHeadersStrategy.NATIVE);
		start("https://mentors.example.org");
		assertThat(log).doesNotContain(WARNING);
	}

	@Test
	void isContentWhereItEndsTlsItself(CapturedOutput log) {
		this.server.setSsl(new Ssl());
		start("https://mentors.example.org");
		assertThat(log).doesNotContain(WARNING);
	}

	@Test
	void isContentOnLoopback(CapturedOutput log) {
		start("http://localhost:8080");
		assertThat(log).doesNotContain(WARNING);
	}

	private void start(String publicUrl) {
		new ProxyAdvice(new ToolUrl(publicUrl), this.server).run(new DefaultApplicationArguments());
	}

}
