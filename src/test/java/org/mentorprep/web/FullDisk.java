package org.mentorprep.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2 ("full:") whose disk can be full: reading goes on, writing not. */
public final class FullDisk extends FilePathWrapper {

	static volatile boolean full;

	@Override
	public String getScheme() {
		return "full";
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new Channel(super.open(mode));
	}

	private static final class Channel extends FileBaseDefault {

		private final FileChannel disk;

		Channel(FileChannel disk) {
			this.disk = disk;
		}

		@Override
		public int read(ByteBuffer target, long position) throws IOException {
			return this.disk.read(target, position);
		}

		@Override
		public int write(ByteBuffer source, long position) throws IOException {
			if (full) {
				throw new IOException("No space left on device");
			}
			return this.disk.write(source, position);
		}

		@Override
		public long size() throws IOException {
			return this.disk.size();
		}

		@Override
		protected void implTruncate(long size) throws IOException {
			this.disk.truncate(size);
		}

		@Override
		public void force(boolean metaData) throws IOException {
			this.disk.force(metaData);
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.disk.tryLock(position, size, shared);
		}

		@Override
		public void implCloseChannel() throws IOException {
			this.disk.close();
		}

	}

}
