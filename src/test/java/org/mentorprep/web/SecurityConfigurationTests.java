package org.mentorprep.web;

import jakarta.servlet.Filter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.context.support.GenericWebApplicationContext;

import org.mentorprep.account.OperatorSecurity;
import org.mentorprep.launch.LaunchFilter;
import org.mentorprep.platform.ToolUrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SecurityConfigurationTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/css/mentorprep.css" })
	void browsersKeepToTlsWhereThePublicUrlHasIt(String path) throws Exception {
		assertThat(answer("https://mentors.example.org", path).getHeader("Strict-Transport-Security"))
			.isEqualTo("max-age=31536000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/css/mentorprep.css" })
	void loopbackStaysAsItIs(String path) throws Exception {
		assertThat(answer("http://localhost:8080", path).getHeader("Strict-Transport-Security")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/operator", "/operator/sign-in", "/operator/ledger" })
	void operatorsPagesDoNotExistWithoutAPassword(String path) throws Exception {
		assertThat(answer("http://localhost:8080", path).getStatus()).isEqualTo(404);
	}

	/** As behind a proxy that ends TLS: the request itself came by plain http. */
	private static MockHttpServletResponse answer(String publicUrl, String path) throws Exception {
		try (var context = new GenericWebApplicationContext(new MockServletContext())) {
			LaunchFilter launchFilter = mock();
			given(launchFilter.filter(any()))
				.willReturn(new UsernamePasswordAuthenticationFilter(mock(AuthenticationManager.class)));
			given(launchFilter.sessions()).willReturn(new HttpSessionSecurityContextRepository());
			OperatorSecurity withoutPassword = mock();
			given(withoutPassword.csrfTokens()).willReturn(new CookieCsrfTokenRepository());
			context.registerBean(ToolUrl.class, () -> new ToolUrl(publicUrl));
			context.registerBean(LaunchFilter.class, () -> launchFilter);
			context.registerBean(OperatorSecurity.class, () -> withoutPassword);
			context.registerBean(SessionEnded.class, () -> mock());
			context.registerBean(LinkAuthorization.class, () -> mock());
			context.registerBean(MetricsAccess.class, () -> mock());
			new AnnotatedBeanDefinitionReader(context).register(WebSecurity.class, SecurityConfiguration.class);
			context.refresh();
			MockHttpServletResponse response = new MockHttpServletResponse();
			MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
			request.setServletPath(path);
			context.getBean("springSecurityFilterChain", Filter.class)
				.doFilter(request, response, new MockFilterChain());
			return response;
		}
	}

	/** What Spring Boot would switch on. */
	@EnableWebSecurity
	static class WebSecurity {

	}

}
