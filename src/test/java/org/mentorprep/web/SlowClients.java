package org.mentorprep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clients that keep connections open and do next to nothing with them. */
final class SlowClients implements AutoCloseable {

	/** Another network than the tests', where loopback has several. */
	private static final String ELSEWHERE = System.getProperty("os.name").startsWith("Linux") ? "127.0.0.2" : null;

	private final URI tool;

	private final List<Socket> sockets = new ArrayList<>();

	private final ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();

	SlowClients(URI tool) {
		this.tool = tool;
	}

	/** Requests that say more is to come, and then send a byte now and then. */
	void post(String path, int requests, Duration between) {
		List<Socket> mine = connect(requests,
				"POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
						+ "Content-Length: 100000\r\n\r\nx");
		this.trickle.scheduleAtFixedRate(() -> mine.forEach((socket) -> send(socket, "x")), between.toMillis(),
				between.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Requests whose headers never end. */
	void startHeaders(int requests, Duration between) {
		List<Socket> mine = connect(requests, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: x");
		this.trickle.scheduleAtFixedRate(() -> mine.forEach((socket) -> send(socket, "x")), between.toMillis(),
				between.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Requests for much, of whose responses nothing is read. */
	void askWithoutReading(String path, int requests, int each) {
		connect(requests, ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(each));
	}

	private List<Socket> connect(int number, String text) {
		List<Socket> mine = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			try {
				Socket socket = new Socket();
				socket.setReceiveBufferSize(2048);
				if (ELSEWHERE != null) {
					socket.bind(new InetSocketAddress(ELSEWHERE, 0));
				}
				socket.connect(new InetSocketAddress("127.0.0.1", this.tool.getPort()), 20_000);
				mine.add(socket);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		mine.forEach((socket) -> send(socket, text));
		this.sockets.addAll(mine);
		return mine;
	}

	private static void send(Socket socket, String text) {
		try {
			socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			// The tool has ended the connection.
		}
	}

	@Override
	public void close() throws IOException {
		this.trickle.shutdownNow();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}
