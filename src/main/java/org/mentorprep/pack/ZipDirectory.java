package org.mentorprep.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory at the end of a zip file, which alone says that an entry is a link
 * (PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.4.15). Java reads entries without it.
 */
class ZipDirectory {

	private static final int ENTRY = 0x02014b50;

	private static final int ENTRY_LENGTH = 46;

	private static final int END = 0x06054b50;

	private static final int END_LENGTH = 22;

	private static final int FILE_KIND = 0xF000;

	private static final int SYMBOLIC_LINK = 0xA000;

	private final ByteBuffer bytes;

	ZipDirectory(byte[] zip) {
		this.bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** The names of entries that are links. */
	List<String> links() {
		List<String> links = new ArrayList<>();
		int at = start();
		while (at >= 0 && at <= this.bytes.limit() - ENTRY_LENGTH && this.bytes.getInt(at) == ENTRY) {
			int name = Short.toUnsignedInt(this.bytes.getShort(at + 28));
			int rest = Short.toUnsignedInt(this.bytes.getShort(at + 30))
					+ Short.toUnsignedInt(this.bytes.getShort(at + 32));
			int kind = (this.bytes.getInt(at + 38) >>> 16) & FILE_KIND;
			if (kind == SYMBOLIC_LINK && name <= this.bytes.limit() - ENTRY_LENGTH - at) {
				links.add(new String(this.bytes.array(), at + ENTRY_LENGTH, name, StandardCharsets.UTF_8));
			}
			at += ENTRY_LENGTH + name + rest;
		}
		return links;
	}

	/** Where the directory begins; below 0 if there is none. */
	private int start() {
		int lowest = Math.max(0, this.bytes.limit() - END_LENGTH - 0xFFFF);
		for (int at = this.bytes.limit() - END_LENGTH; at >= lowest; at--) {
			if (this.bytes.getInt(at) == END) {
				return this.bytes.getInt(at + 16);
			}
		}
		return -1;
	}

}
