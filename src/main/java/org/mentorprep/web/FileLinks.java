package org.mentorprep.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Gives links to our own files the hash of their content. Spring's own filter looks every
 * link of a page up among the files, those of pages too, and keeps only what it found:
 * that was a fifth of the CPU of a launch.
 */
class FileLinks extends ResourceUrlEncodingFilter {

	private static final Pattern FILE = Pattern.compile("/(?:css|js|fonts|images|webjars)/.*");

	private final UnaryOperator<@Nullable String> files;

	/** Only what was found: as many as there are files. */
	private final Map<String, String> found = new ConcurrentHashMap<>();

	/**
	 * @param files finds the address with the hash; null if there is no such file
	 */
	FileLinks(UnaryOperator<@Nullable String> files) {
		this.files = files;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {

			@Override
			public String encodeURL(String url) {
				return super.encodeURL(FILE.matcher(url).matches() ? versioned(url) : url);
			}

		});
	}

	private String versioned(String url) {
		String known = this.found.get(url);
		if (known == null) {
			known = this.files.apply(url);
			if (known == null) {
				return url;
			}
			this.found.put(url, known);
		}
		return known;
	}

	/** Replaces the one of Spring Boot, for the same dispatches. */
	@Configuration(proxyBeanMethods = false)
	static class FileLinksConfiguration {

		@Bean
		FilterRegistrationBean<ResourceUrlEncodingFilter> fileLinks(ResourceUrlProvider files) {
			FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(
					new FileLinks(files::getForLookupPath));
			filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
			return filter;
		}

	}

}
