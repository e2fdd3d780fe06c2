package org.mentorprep.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import org.mentorprep.account.OperatorSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Whose files are read: asking for a parameter would write them to the disk. */
class UploadFilterTests {

	private static final String UPLOADS = "/operator/content/uploads";

	private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	private final OperatorSecurity door = mock();

	private final UploadFilter filter = new UploadFilter(this.door);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@BeforeEach
	void setAPassword() {
		given(this.door.exists()).willReturn(true);
		given(this.door.sessions()).willReturn(this.sessions);
	}

	@Test
	void operatorsFileGoesOn() throws Exception {
		assertThat(goesOn(upload("POST", UPLOADS, "ROLE_OPERATOR"))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-", "LEARNER", "STAFF", "ROLE_USER" })
	void fileOfAnybodyElseIsNotReadAndTheyAreSentToTheSignIn(String authority) throws Exception {
		assertThat(goesOn(upload("POST", UPLOADS, authority))).isFalse();
		assertThat(this.response.getRedirectedUrl()).isEqualTo("/operator/sign-in?ended");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, " + UPLOADS, "POST, " + UPLOADS + "/1", "POST, /operator", "POST, /lti/launch" })
	void noOtherFormSendsFilesWhoeverItIs(String method, String path) throws Exception {
		assertThat(goesOn(upload(method, path, "ROLE_OPERATOR"))).isFalse();
		assertThat(this.response.getForwardedUrl()).isEqualTo("/error");
	}

	@Test
	void withoutAPasswordThereIsNoSignIn() throws Exception {
		given(this.door.exists()).willReturn(false);
		assertThat(goesOn(upload("POST", UPLOADS, null))).isFalse();
		assertThat(this.response.getForwardedUrl()).isEqualTo("/error");
	}

	@Test
	void plainFormsGoOn() throws Exception {
		MockHttpServletRequest form = upload("POST", "/lti/launch", null);
		form.setContentType("application/x-www-form-urlencoded");
		assertThat(goesOn(form)).isTrue();
	}

	@Test
	void pageOfAnErrorOfTheServerItselfReadsNoParts() throws Exception {
		MockHttpServletRequest refused = upload("TRACE", "/error", null);
		refused.setDispatcherType(DispatcherType.ERROR);
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(refused, this.response, chain);
		assertThat(((HttpServletRequest) chain.getRequest()).getContentType()).isNull();
	}

	private boolean goesOn(MockHttpServletRequest request) throws Exception {
		MockFilterChain chain = new MockFilterChain();
		this.filter.doFilter(request, this.response, chain);
		return chain.getRequest() != null;
	}

	/**
	 * @param authority what a session says of the sender; absent if there is none
	 */
	private MockHttpServletRequest upload(String method, String path, String authority) {
		MockHttpServletRequest request = new Unread(method, path);
		request.setServletPath(path);
		request.setContentType("multipart/form-data; boundary=x");
		if (authority != null) {
			this.sessions.saveContext(
					new SecurityContextImpl(new TestingAuthenticationToken("somebody", "", authority)), request,
					this.response);
		}
		return request;
	}

	/** A request that breaks the test if anybody asks for what it holds. */
	private static final class Unread extends MockHttpServletRequest {

		private Unread(String method, String path) {
			super(method, path);
		}

		@Override
		public String getParameter(String name) {
			throw new AssertionError("The body was read");
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			throw new AssertionError("The body was read");
		}

		@Override
		public Collection<Part> getParts() {
			throw new AssertionError("The body was read");
		}

	}

}
