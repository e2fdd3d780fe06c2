package org.mentorprep.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mentorprep.platform.Reference;

/**
 * The page of what Tomcat refuses by itself, before any filter: a request line, header or
 * path that can't be read. In place of Tomcat's own page, which names the server and has
 * none of our headers. Tomcat makes it, by its name.
 */
public class BarePage extends ErrorReportValve {

	private static final Logger log = LoggerFactory.getLogger(BarePage.class);

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en-GB">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
			<body><main><h1>%1$s</h1><p>%2$s</p><p>%3$s</p></main></body>
			</html>
			""";

	@Override
	protected void report(Request request, Response response, @Nullable Throwable thrown) {
		boolean answered = response.getStatus() < 400 || response.getContentWritten() > 0;
		if (answered || !response.setErrorReported()) {
			return;
		}
		Reference reference = Reference.fresh();
		log.info("Reference {}: status {} before any filter", reference, response.getStatus());
		response.setHeader(ContentSecurityPolicy.HEADER,
				"default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("Referrer-Policy", "same-origin");
		try {
			response.setContentType("text/html");
			response.setCharacterEncoding(StandardCharsets.UTF_8);
			response.getReporter().write(page(response.getStatus(), reference));
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			// Whoever asked is gone.
		}
	}

	private static String page(int status, Reference reference) {
		ResourceBundle words = ResourceBundle.getBundle("messages/web", Locale.UK);
		String key = (status >= 500) ? "web.error.broken" : "web.error.bad-request";
		return PAGE.formatted(words.getString(key + ".title"), words.getString(key + ".text"),
				words.getString("web.reference") + " " + reference);
	}

}
