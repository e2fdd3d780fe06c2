package org.mentorprep.testing;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without JavaScript and without pictures, for whoever goes from page to page:
 * follows redirects, fills forms, keeps cookies of every host. Not for several threads.
 */
public final class FormBrowser {

	private static final int MAX_REDIRECTS = 12;

	private final LoopbackHttp http = new LoopbackHttp();

	/** A page that came back. */
	public record Page(URI uri, int status, Document document, String location) {

		/** The first element that matches a CSS selector. */
		public Element find(String selector) {
			Element found = this.document.selectFirst(selector);
			if (found == null) {
				throw new AssertionError(
						"No '" + selector + "' on " + this.uri + " (" + this.status + "): " + this.document.text());
			}
			return found;
		}

		public boolean has(String selector) {
			return this.document.selectFirst(selector) != null;
		}

	}

	public Page open(URI uri) {
		return follow(page(uri, this.http.get(uri)));
	}

	/** Goes where a link leads. */
	public Page follow(Page page, String linkSelector) {
		return open(page.uri().resolve(page.find(linkSelector).attr("href")));
	}

	/**
	 * Submits a form with its hidden and chosen fields, some of them filled otherwise.
	 */
	public Page submit(Page page, String formSelector, Map<String, String> filled) {
		Element form = page.find(formSelector);
		URI target = form.hasAttr("action") ? page.uri().resolve(form.attr("action")) : page.uri();
		return post(target, fields(form, filled));
	}

	/** Submits a form with a file. */
	public Page upload(Page page, String formSelector, byte[] content) {
		Element form = page.find(formSelector);
		URI target = page.uri().resolve(form.attr("action"));
		String file = form.selectFirst("input[type=file]").attr("name");
		Map<String, String> fields = fields(form, Map.of());
		fields.remove(file);
		return follow(page(target, this.http.post(target, fields, file, content)));
	}

	public Page post(URI uri, Map<String, String> fields) {
		return follow(page(uri, this.http.post(uri, fields)));
	}

	private static Map<String, String> fields(Element form, Map<String, String> filled) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (Element input : form.select("input[name], textarea[name]")) {
			boolean unchosen = List.of("radio", "checkbox").contains(input.attr("type")) && !input.hasAttr("checked");
			if (!unchosen) {
				fields.put(input.attr("name"), "textarea".equals(input.tagName()) ? input.text() : input.val());
			}
		}
		fields.putAll(filled);
		return fields;
	}

	private Page follow(Page page) {
		Page current = page;
		for (int hop = 0; current.status() / 100 == 3 && hop < MAX_REDIRECTS; hop++) {
			URI next = current.uri().resolve(current.location());
			current = page(next, this.http.get(next));
		}
		return current;
	}

	private static Page page(URI uri, HttpResponse<String> response) {
		return new Page(uri, response.statusCode(), Jsoup.parse(response.body(), uri.toString()),
				response.headers().firstValue("Location").orElse(""));
	}

}
