package org.mentorprep.testing;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Controllers as whoever stands in the security context calls them, without filter chains
 * and templates: the header {@code View} names the view.
 */
public final class SignedInMvc {

	private SignedInMvc() {
	}

	/**
	 * @param currentLink adds the resolver of the current link
	 */
	public static MockMvcTester of(WebMvcConfigurer currentLink, Object... controllers) {
		List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
		currentLink.addArgumentResolvers(resolvers);
		resolvers.add(new AuthenticationPrincipalArgumentResolver());
		return MockMvcTester.create(MockMvcBuilders.standaloneSetup(controllers)
			.addFilters((request, response, chain) -> chain
				.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request) {

					@Override
					public Principal getUserPrincipal() {
						return SecurityContextHolder.getContext().getAuthentication();
					}

				}, response))
			.setCustomArgumentResolvers(resolvers.toArray(HandlerMethodArgumentResolver[]::new))
			.setViewResolvers((name, locale) -> name.startsWith("redirect:")
					? new RedirectView(name.substring("redirect:".length()))
					: (model, request, response) -> response.setHeader("View", name))
			.build());
	}

}
