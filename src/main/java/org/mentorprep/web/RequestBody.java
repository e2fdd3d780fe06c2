package org.mentorprep.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import jakarta.servlet.ServletRequest;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request, between Tomcat's connection and all that reads it: parameters,
 * parts, streams. What has arrived is read at once. A thread waits for the rest only if
 * its network has a place among those that wait, and only until the deadline of the whole
 * body, however steadily single bytes come in.
 */
final class RequestBody implements InputBuffer {

	private static final Duration MOMENT = Duration.ofMillis(10);

	private final Request request;

	private final InputBuffer connection;

	private final NetworkShares shortly;

	private final NetworkShares waiting;

	private final String network;

	private final long largest;

	private long deadline;

	private long received;

	private long grace = Duration.ofMillis(500).toNanos();

	private boolean ended;

	private boolean hasPlace;

	private @Nullable Refused refused;

	private @Nullable ByteBuffer buffered;

	RequestBody(Request request, NetworkShares shortly, NetworkShares waiting, String network, long largest,
			Duration patience) {
		this.request = request;
		this.connection = request.getInputBuffer();
		this.shortly = shortly;
		this.waiting = waiting;
		this.network = network;
		this.largest = largest;
		this.deadline = System.nanoTime() + patience.toNanos();
		this.ended = request.getContentLengthLong() == 0;
	}

	/** That of a request, unless it came by another way than Tomcat's connector. */
	static Optional<RequestBody> of(ServletRequest request) {
		return Optional.ofNullable((RequestBody) request.getAttribute(RequestBody.class.getName()));
	}

	/** Reads all of it into memory: from then on no thread waits for it. */
	Optional<Refusal> receive() {
		try {
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			Chunk chunk = new Chunk();
			while (doRead(chunk) >= 0) {
				byte[] part = new byte[chunk.getByteBuffer().remaining()];
				chunk.getByteBuffer().get(part);
				all.writeBytes(part);
			}
			this.buffered = ByteBuffer.wrap(all.toByteArray());
			return Optional.empty();
		}
		catch (Refused ex) {
			return Optional.of(ex.refusal);
		}
		catch (IOException ex) {
			// The client hung up, or stopped in the middle.
			this.refused = new Refused(Refusal.TOO_SLOW);
			return Optional.of(Refusal.TOO_SLOW);
		}
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (this.buffered != null) {
			return handOut(this.buffered, handler);
		}
		if (this.refused != null) {
			throw this.refused;
		}
		if (this.ended) {
			return -1;
		}
		if (Math.max(this.request.getContentLengthLong(), this.received) > this.largest) {
			throw refuse(Refusal.TOO_LARGE);
		}
		return read(handler);
	}

	private int read(ApplicationBufferHandler handler) throws IOException {
		if (!hasArrived()) {
			awaitMore();
		}
		int bytes = this.connection.doRead(handler);
		this.received += Math.max(0, bytes);
		this.ended = bytes < 0 || this.received == this.request.getContentLengthLong();
		if (this.ended) {
			leave();
		}
		return bytes;
	}

	private void awaitMore() throws Refused {
		if (System.nanoTime() - this.deadline > 0) {
			throw refuse(Refusal.TOO_SLOW);
		}
		if (!this.hasPlace && arrivesShortly()) {
			return;
		}
		if (!this.hasPlace && !this.waiting.take(this.network)) {
			throw refuse(Refusal.TOO_MANY);
		}
		this.hasPlace = true;
	}

	/**
	 * Many clients send header and body in two packets: nobody needs a place for the
	 * moment between them.
	 */
	private boolean arrivesShortly() {
		if (this.grace <= 0 || !this.shortly.take(this.network)) {
			return false;
		}
		try {
			boolean arrived = false;
			while (this.grace > 0 && !arrived) {
				this.grace -= MOMENT.toNanos();
				LockSupport.parkNanos(MOMENT.toNanos());
				arrived = hasArrived();
			}
			return arrived;
		}
		finally {
			this.shortly.giveBack(this.network);
		}
	}

	private Refused refuse(Refusal refusal) {
		leave();
		this.refused = new Refused(refusal);
		return this.refused;
	}

	/** Gives the place back. */
	private void leave() {
		if (this.hasPlace) {
			this.hasPlace = false;
			this.waiting.giveBack(this.network);
		}
	}

	private boolean hasArrived() {
		this.request.action(ActionCode.AVAILABLE, true);
		return this.request.getAvailable() > 0;
	}

	private static int handOut(ByteBuffer bytes, ApplicationBufferHandler handler) {
		if (!bytes.hasRemaining()) {
			return -1;
		}
		ByteBuffer all = bytes.duplicate();
		bytes.position(bytes.limit());
		handler.setByteBuffer(all);
		return all.remaining();
	}

	@Override
	public int available() {
		return (this.buffered != null) ? this.buffered.remaining() : this.connection.available();
	}

	/**
	 * Throws away what nobody read, after the response is complete. Many browsers show it
	 * only once they have sent everything.
	 * @return whether all of it is gone, so that the connection can be used again
	 */
	boolean discard(long most, Duration patience) {
		if (this.refused != null && this.refused.refusal != Refusal.TOO_LARGE) {
			return false;
		}
		this.deadline = Math.min(this.deadline, System.nanoTime() + patience.toNanos());
		try {
			Chunk chunk = new Chunk();
			while (!this.ended && this.received <= most) {
				read(chunk);
			}
		}
		catch (IOException ex) {
			// Then the connection ends.
		}
		leave();
		return this.ended;
	}

	/** The next request of the connection has a body of its own. */
	void close() {
		leave();
		this.request.setInputBuffer(this.connection);
	}

	boolean isRead() {
		return this.ended;
	}

	/** Why a body was not read to its end. */
	enum Refusal {

		/** It did not arrive within its time. */
		TOO_SLOW(408),

		/** It is, or says it is, longer than anything that is sent there. */
		TOO_LARGE(413),

		/** Others of the network keep as many threads waiting as may wait. */
		TOO_MANY(429);

		private final int status;

		Refusal(int status) {
			this.status = status;
		}

		int status() {
			return this.status;
		}

	}

	private static final class Refused extends IOException {

		private static final long serialVersionUID = 1L;

		private final Refusal refusal;

		Refused(Refusal refusal) {
			super("The body of the request is refused: " + refusal);
			this.refusal = refusal;
		}

	}

	/** Where Tomcat puts what it read last. */
	private static final class Chunk implements ApplicationBufferHandler {

		private ByteBuffer bytes = ByteBuffer.allocate(0);

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.bytes = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.bytes;
		}

		@Override
		public void expand(int size) {
			// Tomcat's own buffer is handed over.
		}

	}

}
