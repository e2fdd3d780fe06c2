package org.mentorprep.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.mentorprep.testing.IdToken;

/**
 * One request to the tool in the making, good as it is. Every part of it lies open to
 * mutations; signs are bytes, and nothing is encoded but what a mutation encodes.
 */
final class Knock {

	/** Stands for the token in a field until the token is done. */
	static final String TOKEN = "{token}";

	String method = "POST";

	String path;

	String contentType = "application/x-www-form-urlencoded";

	final List<Field> query = new ArrayList<>();

	final List<Field> form = new ArrayList<>();

	final List<Field> headers = new ArrayList<>();

	final Map<String, String> cookies = new LinkedHashMap<>();

	/** How many of the fields, the first ones, must be there and right. */
	int required;

	/** What a launch brings. */
	IdToken token;

	/** What happens to the token after it was signed. */
	UnaryOperator<String> tamper = UnaryOperator.identity();

	/** The state of a login that another browser began. */
	Supplier<String> foreignState = () -> "";

	/** What the LMS of a registration says. */
	FuzzLms lms;

	private String serialized;

	Knock(String path) {
		this.path = path;
	}

	/** The parameters, wherever they travel. */
	List<Field> fields() {
		return this.form.isEmpty() ? this.query : this.form;
	}

	/** One more field that must be there. */
	Knock with(String name, String text) {
		this.form.add(text.equals(TOKEN) ? new Field(name, text) : Field.encoded(name, text));
		this.required++;
		return this;
	}

	/** By GET, with all parameters in the address. */
	Knock byGet() {
		this.method = "GET";
		this.query.addAll(this.form);
		this.form.clear();
		return this;
	}

	/** The token as it goes over the wire; empty without one. */
	String serialized() {
		if (this.serialized == null) {
			this.serialized = (this.token != null) ? this.tamper.apply(this.token.serialize()) : "";
		}
		return this.serialized;
	}

	byte[] bytes(String host) {
		String body = joined(this.form);
		StringBuilder request = new StringBuilder(this.method).append(' ').append(this.path);
		if (!this.query.isEmpty()) {
			request.append('?').append(joined(this.query));
		}
		request.append(" HTTP/1.1\r\nHost: ").append(host).append("\r\nConnection: close\r\n");
		this.headers.forEach((header) -> request.append(header.name())
			.append(": ")
			.append(header.text().replaceAll("[\\r\\n]", " "))
			.append("\r\n"));
		if (!this.cookies.isEmpty()) {
			request.append("Cookie: ")
				.append(this.cookies.entrySet()
					.stream()
					.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
					.collect(Collectors.joining("; ")))
				.append("\r\n");
		}
		if (!body.isEmpty()) {
			request.append("Content-Type: ").append(this.contentType).append("\r\n");
			request.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
		}
		return request.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
	}

	private String joined(List<Field> fields) {
		return fields.stream()
			.map((field) -> field.name() + "=" + field.text().replace(TOKEN, serialized()))
			.collect(Collectors.joining("&"));
	}

	/** A parameter or a header, to the letter. */
	record Field(String name, String text) {

		static Field encoded(String name, String text) {
			return new Field(encode(name), encode(text));
		}

		static String encode(String text) {
			return URLEncoder.encode(text, StandardCharsets.UTF_8);
		}

	}

}
