package org.mentorprep.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the tool and its database, and fails loudly or without a word. */
final class FailingProxy implements AutoCloseable {

	private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));

	private final int behind;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private volatile boolean failing;

	private volatile boolean silent;

	FailingProxy(int behind) throws IOException {
		this.behind = behind;
		start(this::accept);
	}

	int port() {
		return this.door.getLocalPort();
	}

	void fail(boolean silently) {
		this.silent = silently;
		this.failing = true;
		if (!silently) {
			this.sockets.forEach(FailingProxy::end);
		}
	}

	void mend() {
		this.failing = false;
		this.sockets.forEach(FailingProxy::end);
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.door.accept();
				this.sockets.add(client);
				if (this.failing) {
					if (!this.silent) {
						end(client);
					}
				}
				else {
					Socket database = new Socket("localhost", this.behind);
					this.sockets.add(database);
					start(() -> copy(client, database));
					start(() -> copy(database, client));
				}
			}
		}
		catch (IOException ex) {
			// The test is over.
		}
	}

	private void copy(Socket from, Socket to) {
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] bytes = new byte[8192];
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				if (!this.failing) {
					out.write(bytes, 0, read);
				}
			}
		}
		catch (IOException ex) {
			// One of them hung up.
		}
		end(from);
		end(to);
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "failing-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private static void end(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is closed.
		}
	}

	@Override
	public void close() throws IOException {
		this.door.close();
		this.sockets.forEach(FailingProxy::end);
	}

}
