package org.mentorprep.passback;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A platform that takes every score at once, so that a benchmark measures the tool. */
class WillingPlatform implements AutoCloseable {

	private final AtomicInteger tokens = new AtomicInteger();

	private final AtomicInteger scores = new AtomicInteger();

	private final ExecutorService threads = Executors.newFixedThreadPool(32);

	private final HttpServer server;

	WillingPlatform() {
		try {
			this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/token", this::token);
		this.server.createContext("/scores", this::score);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	int tokens() {
		return this.tokens.get();
	}

	int scores() {
		return this.scores.get();
	}

	private void token(HttpExchange exchange) throws IOException {
		this.tokens.incrementAndGet();
		answer(exchange, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
	}

	private void score(HttpExchange exchange) throws IOException {
		this.scores.incrementAndGet();
		answer(exchange, "");
	}

	private static void answer(HttpExchange exchange, String body) throws IOException {
		exchange.getRequestBody().readAllBytes();
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, (bytes.length > 0) ? bytes.length : -1);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
