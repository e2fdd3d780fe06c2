package org.mentorprep.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import org.mentorprep.account.OperatorSecurity;
import org.mentorprep.launch.LaunchFilter;
import org.mentorprep.platform.ToolUrl;

/** Who may open which URL: all of it, on one page. What is not named is denied. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** The same for everybody, and without a session. */
	private static final String[] FILES = { "/css/**", "/js/**", "/fonts/**", "/images/**", "/webjars/**",
			"/favicon.svg", "/favicon.ico" };

	/** What an LMS, its users' browsers and a health check reach without a session. */
	private static final String[] PUBLIC = { LaunchFilter.LOGIN, LaunchFilter.LAUNCH, "/lti/register",
			"/.well-known/jwks.json", "/actuator/health/**", "/livez", "/readyz", "/error" };

	private static final String NO_DEVICES = "camera=(), display-capture=(), geolocation=(), microphone=(), "
			+ "midi=(), payment=(), usb=()";

	private final boolean overTls;

	SecurityConfiguration(ToolUrl toolUrl) {
		this.overTls = "https".equalsIgnoreCase(toolUrl.base().getScheme());
	}

	@Bean
	@Order(1)
	SecurityFilterChain files(HttpSecurity http) {
		return secured(http, ContentSecurityPolicy.unframed()).securityMatcher(FILES)
			.authorizeHttpRequests((urls) -> urls.requestMatchers(HttpMethod.GET)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD)
				.permitAll()
				.anyRequest()
				.denyAll())
			.csrf(AbstractHttpConfigurer::disable)
			.securityContext(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.addFilterBefore(new Sessionless(), HeaderWriterFilter.class)
			.build();
	}

	/** Whoever collects them has no session and no browser. */
	@Bean
	@Order(0)
	SecurityFilterChain metrics(HttpSecurity http, MetricsAccess access) {
		return secured(http, ContentSecurityPolicy.unframed()).securityMatcher(MetricsAccess.PATH)
			.authorizeHttpRequests(
					(urls) -> urls.requestMatchers(HttpMethod.GET).access(access::decide).anyRequest().denyAll())
			.csrf(AbstractHttpConfigurer::disable)
			.securityContext(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.addFilterBefore(new Sessionless(), HeaderWriterFilter.class)
			.build();
	}

	/**
	 * For the operator alone, and never in a frame. Without a password there is nothing
	 * here. Whoever signs in leaves the session of a launch behind, as a launch leaves
	 * the operator's: the two never meet in one session.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain operator(HttpSecurity http, OperatorSecurity operator) {
		secured(http, ContentSecurityPolicy.unframed()).securityMatcher("/operator", "/operator/**")
			.addFilterBefore(new LegibleParameters(), CsrfFilter.class)
			.csrf((csrf) -> csrf.csrfTokenRepository(operator.csrfTokens())
				.csrfTokenRequestHandler(tokenBeforeThePage()));
		if (!operator.exists()) {
			return http.authorizeHttpRequests((urls) -> urls.anyRequest().denyAll())
				.exceptionHandling(
						(refused) -> refused.authenticationEntryPoint((request, response, ex) -> missing(response))
							.accessDeniedHandler((request, response, ex) -> missing(response)))
				.build();
		}
		return http
			.authorizeHttpRequests((urls) -> urls.requestMatchers(OperatorSecurity.SIGN_IN)
				.permitAll()
				.anyRequest()
				.hasRole(OperatorSecurity.ROLE))
			.authenticationManager(operator.manager())
			.securityContext((context) -> context.securityContextRepository(operator.sessions()))
			.formLogin(operator::form)
			.logout(operator::signOut)
			.sessionManagement((session) -> session.sessionFixation(SessionFixationConfigurer::newSession))
			.exceptionHandling((refused) -> refused.accessDeniedHandler(operator::refuse))
			.build();
	}

	/** CSRF tokens everywhere but at login and launch, which have state and nonce. */
	@Bean
	@Order(3)
	SecurityFilterChain launches(HttpSecurity http, LaunchFilter launchFilter, SessionEnded sessionEnded,
			LinkAuthorization links) {
		SessionCsrfTokens csrfTokens = new SessionCsrfTokens();
		AbstractAuthenticationProcessingFilter launches = launchFilter
			.filter((launched, request, response) -> csrfTokens.prepare(request, response));
		return secured(http, ContentSecurityPolicy.framedByTheLms())
			.authorizeHttpRequests((urls) -> urls.dispatcherTypeMatchers(DispatcherType.FORWARD)
				.permitAll()
				.requestMatchers(PUBLIC)
				.permitAll()
				.requestMatchers("/links/{link}/**")
				.access(links::launched)
				.requestMatchers("/deeplink/{request}")
				.access(links::deepLinking)
				.requestMatchers("/deeplink/{request}/preview/**")
				.access(links::openDeepLinking)
				.requestMatchers("/course/{link}/**")
				.access(links::staff)
				.anyRequest()
				.denyAll())
			.securityContext((context) -> context.securityContextRepository(launchFilter.sessions()))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens)
				.ignoringRequestMatchers(PathPatternRequestMatcher.pathPattern(LaunchFilter.LOGIN),
						PathPatternRequestMatcher.pathPattern(LaunchFilter.LAUNCH)))
			.addFilterBefore(new LegibleParameters(), CsrfFilter.class)
			.addFilterAt(launches, UsernamePasswordAuthenticationFilter.class)
			.exceptionHandling(
					(refused) -> refused.authenticationEntryPoint(sessionEnded).accessDeniedHandler(sessionEnded))
			.build();
	}

	/**
	 * NUL bytes end at the edge: PostgreSQL takes none, and nobody types them. What a
	 * header says we compare and never pass on; to refuse some of it, letters that are
	 * not ASCII among them, would also refuse the page that says so.
	 */
	@Bean
	StrictHttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues((text) -> text.indexOf('\0') < 0);
		firewall.setAllowedHeaderValues((text) -> true);
		return firewall;
	}

	/** What the firewall refuses never meets the filter that writes the headers. */
	@Bean
	RequestRejectedHandler unreadable() {
		HeaderWriter headers = new CompositeHeaderWriter(List.of(ContentSecurityPolicy.framedByTheLms(),
				new XContentTypeOptionsHeaderWriter(), new CacheControlHeadersWriter()));
		return (request, response, refused) -> {
			if (!response.containsHeader(ContentSecurityPolicy.HEADER)) {
				headers.writeHeaders(request, response);
			}
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		};
	}

	/** The cookie of a token that a long page asks for at its end would come too late. */
	private static CsrfTokenRequestHandler tokenBeforeThePage() {
		XorCsrfTokenRequestAttributeHandler handler = new XorCsrfTokenRequestAttributeHandler();
		handler.setCsrfRequestAttributeName(null);
		return handler;
	}

	private static void missing(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	/**
	 * X-Frame-Options can't name an LMS: frame-ancestors replaces it. Whether browsers
	 * come by TLS the public URL says, for behind a proxy no request does; hosts below
	 * ours are not ours to speak for.
	 */
	private HttpSecurity secured(HttpSecurity http, HeaderWriter contentSecurityPolicy) {
		return http
			.headers((headers) -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((permissions) -> permissions.policy(NO_DEVICES))
				.httpStrictTransportSecurity(
						(tls) -> tls.requestMatcher((request) -> this.overTls).includeSubDomains(false))
				.addHeaderWriter(contentSecurityPolicy))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable);
	}

}
