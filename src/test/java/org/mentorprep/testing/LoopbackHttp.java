package org.mentorprep.testing;

import java.io.ByteArrayOutputStream;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * HTTP with cookies as browsers keep them on loopback: Secure ones too, which the JDK's
 * cookie store would not send over http. Follows no redirects.
 */
final class LoopbackHttp {

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final Map<String, Map<String, String>> cookies = new TreeMap<>();

	private final Map<String, String> headers = new TreeMap<>();

	/** Sends a header with every request from now on. */
	void always(String header, String text) {
		this.headers.put(header, text);
	}

	/** What is kept for a host, by name. */
	Map<String, String> cookies(String host) {
		return this.cookies.computeIfAbsent(host, (unused) -> new TreeMap<>());
	}

	HttpResponse<String> get(URI uri) {
		return send(HttpRequest.newBuilder(uri).GET());
	}

	HttpResponse<String> post(URI uri, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	/** A form with a file, as browsers send one (RFC 7578). */
	HttpResponse<String> post(URI uri, Map<String, String> form, String file, byte[] content) {
		String boundary = "----a-file-comes";
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		form.forEach((name, text) -> body.writeBytes(
				("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
					.getBytes(StandardCharsets.UTF_8)));
		body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file
				+ "\"; filename=\"our.zip\"\r\nContent-Type: application/zip\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(BodyPublishers.ofByteArray(body.toByteArray())));
	}

	/**
	 * @throws UncheckedIOException if nobody answers
	 */
	HttpResponse<String> send(HttpRequest.Builder request) {
		this.headers.forEach(request::setHeader);
		HttpRequest plain = request.timeout(Duration.ofSeconds(30)).build();
		String host = plain.uri().getHost();
		String kept = cookies(host).entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		try {
			HttpRequest sent = kept.isEmpty() ? plain : request.header("Cookie", kept).build();
			HttpResponse<String> response = HTTP.send(sent, BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach((cookie) -> keep(host, cookie));
			return response;
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
		if (cookie.contains("Max-Age=0")) {
			cookies(host).remove(name);
		}
		else {
			cookies(host).put(name, pair.substring(name.length() + 1));
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
