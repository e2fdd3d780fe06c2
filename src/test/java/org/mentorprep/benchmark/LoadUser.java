package org.mentorprep.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One browser of the load: keeps its cookies, follows what it is told to. Written on the
 * JDK's plain connection, for whoever drives the load shares the machine with what is
 * measured.
 */
final class LoadUser {

	private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

	private static final Pattern NONCE = Pattern.compile("[?&]nonce=([^&]+)");

	private final URI tool;

	private final BenchmarkPlatform platform;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	LoadUser(URI tool, BenchmarkPlatform platform) {
		this.tool = tool;
		this.platform = platform;
	}

	/** An answer, and where it was found in the end. */
	record Answer(int status, String location, String body, String path) {
	}

	/**
	 * A whole launch in a fresh browser: login initiation, signed message, the page on
	 * which it lands.
	 */
	Answer launch(String sub, String role) {
		this.cookies.clear();
		Answer login = send("/lti/login", form(this.platform.login(sub)));
		String token = this.platform.idToken(sub, role, found(NONCE, login));
		Answer launched = send("/lti/launch", "state=" + found(STATE, login) + "&id_token=" + token);
		return get(expect(launched, 303).location());
	}

	/** A page that must be there, maybe by way of others. */
	Answer get(String path) {
		Answer answer = send(path, null);
		while (answer.status() / 100 == 3) {
			answer = send(answer.location(), null);
		}
		return expect(answer, 200);
	}

	/** A form and the page that it leads to. */
	Answer post(String path, Map<String, String> fields) {
		return get(expect(send(path, form(fields)), 303).location());
	}

	private Answer expect(Answer answer, int status) {
		if (answer.status() != status) {
			throw new IllegalStateException(answer.path() + " answered " + answer.status() + ", not " + status);
		}
		return answer;
	}

	private static String found(Pattern pattern, Answer answer) {
		Matcher matcher = pattern.matcher(answer.location());
		if (!matcher.find()) {
			throw new IllegalStateException("No " + pattern + " in the answer " + answer.status());
		}
		return matcher.group(1);
	}

	/**
	 * @param body a form, null for a GET
	 */
	private Answer send(String path, String body) {
		try {
			HttpURLConnection connection = (HttpURLConnection) this.tool.resolve(path.replaceAll("#.*", ""))
				.toURL()
				.openConnection();
			connection.setInstanceFollowRedirects(false);
			connection.setReadTimeout(30_000);
			connection.setRequestProperty("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
			if (body != null) {
				connection.setDoOutput(true);
				try (OutputStream out = connection.getOutputStream()) {
					out.write(body.getBytes(StandardCharsets.UTF_8));
				}
			}
			return answer(connection, path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Answer answer(HttpURLConnection connection, String path) throws IOException {
		int status = connection.getResponseCode();
		connection.getHeaderFields().forEach((name, values) -> {
			if ("Set-Cookie".equalsIgnoreCase(name)) {
				values.forEach(this::keep);
			}
		});
		try (InputStream in = (status < 400) ? connection.getInputStream() : connection.getErrorStream()) {
			String text = (in != null) ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : "";
			return new Answer(status, connection.getHeaderField("Location"), text, path);
		}
	}

	private void keep(String cookie) {
		String[] parts = cookie.replaceAll(";.*", "").split("=", 2);
		if (parts[1].isEmpty()) {
			this.cookies.remove(parts[0]);
		}
		else {
			this.cookies.put(parts[0], parts[1]);
		}
	}

	private static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
