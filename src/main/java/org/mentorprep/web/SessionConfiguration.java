package org.mentorprep.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Spring Session over our own rows. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

	/** Around Spring Session's filter, which saves when the response is done. */
	@Bean
	FilterRegistrationBean<OncePerRequestFilter> sessionOfARequest(SessionRows sessions) {
		FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				try (SessionRows.Request unused = sessions.beginRequest()) {
					chain.doFilter(request, response);
				}
			}

			@Override
			protected boolean shouldNotFilterErrorDispatch() {
				return false;
			}

		});
		filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
		filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return filter;
	}

}
