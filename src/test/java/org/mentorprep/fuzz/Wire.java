package org.mentorprep.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * HTTP by hand: no client would send what a fuzzer has to. One connection a request.
 */
final class Wire {

	private static final int SILENCE_MILLIS = 20_000;

	private final URI tool;

	Wire(URI tool) {
		this.tool = tool;
	}

	Answer send(Knock knock) {
		return send(knock.bytes(this.tool.getAuthority()));
	}

	/** Hangs up before the tool has read all, as a browser does that was closed. */
	void abort(byte[] request) {
		try (Socket socket = new Socket(this.tool.getHost(), this.tool.getPort())) {
			socket.getOutputStream().write(request);
			socket.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Answer send(byte[] request) {
		try (Socket socket = new Socket(this.tool.getHost(), this.tool.getPort())) {
			socket.setSoTimeout(SILENCE_MILLIS);
			try {
				socket.getOutputStream().write(request);
			}
			catch (IOException ex) {
				// It was too much for the server, which has answered and hung up.
			}
			return Answer.of(read(socket.getInputStream()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What arrived before the server hung up. */
	private static String read(InputStream stream) {
		StringBuilder read = new StringBuilder();
		byte[] buffer = new byte[16 * 1024];
		try {
			for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
				read.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException ex) {
			// Reset: a server that does not read a body to its end does that.
		}
		return read.toString();
	}

	/**
	 * What came back.
	 *
	 * @param status 0 if nothing did
	 */
	record Answer(int status, List<String> headers, String body) {

		static Answer of(String text) {
			int end = text.indexOf("\r\n\r\n");
			if (end < 0) {
				return new Answer(0, List.of(), "");
			}
			List<String> head = text.substring(0, end).lines().toList();
			return new Answer(Integer.parseInt(head.get(0).substring(9, 12)), head.subList(1, head.size()),
					text.substring(end + 4));
		}

		/** All values of a header. */
		Stream<String> values(String name) {
			return this.headers.stream()
				.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
				.map((line) -> line.substring(name.length() + 1).strip());
		}

		/**
		 * Whether it never came to the tool: what Tomcat can't even read it refuses by
		 * itself.
		 */
		boolean isOfTheServer() {
			boolean plain = values("Content-Security-Policy").findAny().isEmpty()
					&& (this.body.isEmpty() || this.body.contains("HTTP Status 4"));
			return this.status == 0 || (plain && (this.status == 400 || this.status == 417));
		}

		String location() {
			return values("Location").findFirst().orElse("");
		}

	}

}
