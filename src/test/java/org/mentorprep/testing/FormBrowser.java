package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without JavaScript and without pictures: follows links and redirects, fills
 * forms, keeps cookies. Unlike the JDK's cookie store it sends Secure cookies over http,
 * as Chromium does on loopback. Not for several threads.
 */
public final class FormBrowser {

	private static final int MAX_REDIRECTS = 12;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final Map<String, Map<String, String>> cookies = new TreeMap<>();

	/** A page that came back. */
	public record Page(URI uri, int status, Document document, Map<String, List<String>> headers) {

		public String title() {
			return this.document.title();
		}

		public String heading() {
			return this.document.select("h1").text();
		}

		/** The first form that matches a CSS selector. */
		public Element form(String selector) {
			Element form = this.document.selectFirst(selector);
			if (form == null) {
				throw new AssertionError("No form '" + selector + "' on " + this.uri + ": " + this.document.text());
			}
			return form;
		}

		public String location() {
			return this.headers.getOrDefault("location", List.of("")).get(0);
		}

	}

	public Page open(URI uri) {
		return follow(send(HttpRequest.newBuilder(uri).GET(), uri));
	}

	/** Opens without following redirects. */
	public Page peek(URI uri) {
		return send(HttpRequest.newBuilder(uri).GET(), uri);
	}

	/**
	 * Submits a form with its hidden and chosen fields, some of them filled otherwise.
	 */
	public Page submit(Page page, Element form, Map<String, String> filled) {
		return follow(post(target(page, form), fields(form, filled)));
	}

	public Page submit(Page page, String formSelector, Map<String, String> filled) {
		return submit(page, page.form(formSelector), filled);
	}

	/** Posts a form without following the redirect. */
	public Page post(URI uri, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)), uri);
	}

	public static Map<String, String> fields(Element form, Map<String, String> filled) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (Element input : form.select("input[name], textarea[name], button[name]")) {
			boolean unchosen = List.of("radio", "checkbox").contains(input.attr("type")) && !input.hasAttr("checked");
			boolean button = "submit".equals(input.attr("type")) || "button".equals(input.tagName());
			if (!unchosen && !button) {
				fields.put(input.attr("name"), "textarea".equals(input.tagName()) ? input.text() : input.val());
			}
		}
		fields.putAll(filled);
		return fields;
	}

	public static URI target(Page page, Element form) {
		return form.hasAttr("action") ? page.uri().resolve(form.attr("action")) : page.uri();
	}

	/** What is kept for a host, by name. */
	public Map<String, String> cookies(String host) {
		return this.cookies.computeIfAbsent(host, (unused) -> new TreeMap<>());
	}

	private Page follow(Page page) {
		Page current = page;
		for (int hop = 0; current.status() / 100 == 3 && hop < MAX_REDIRECTS; hop++) {
			current = peek(current.uri().resolve(current.location()));
		}
		return current;
	}

	private Page send(HttpRequest.Builder request, URI uri) {
		String sent = cookies(uri.getHost()).entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		if (!sent.isEmpty()) {
			request.header("Cookie", sent);
		}
		try {
			HttpResponse<String> response = this.http.send(request.timeout(Duration.ofSeconds(30)).build(),
					BodyHandlers.ofString());
			response.headers().allValues("set-cookie").forEach((cookie) -> keep(uri.getHost(), cookie));
			Document document = Jsoup.parse(response.body(), uri.toString());
			return new Page(uri, response.statusCode(), document, response.headers().map());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String host, String cookie) {
		String pair = cookie.split(";", 2)[0];
		String name = pair.substring(0, pair.indexOf('='));
		String value = pair.substring(pair.indexOf('=') + 1);
		if (value.isEmpty() || cookie.toLowerCase().contains("max-age=0")) {
			cookies(host).remove(name);
		}
		else {
			cookies(host).put(name, value);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
