package org.mentorprep.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mentorprep.yaml.Problem;

/**
 * The directory at the end of a zip file (PKWARE APPNOTE 6.3.10, sections 4.3.12 and
 * 4.4). It alone says that an entry is a link, and says of each entry why it can't be
 * read; Java reads entries without it, and stops at the first that it can't.
 */
class ZipDirectory {

	private static final int ENTRY = 0x02014b50;

	private static final int ENTRY_LENGTH = 46;

	private static final int END = 0x06054b50;

	private static final int END_LENGTH = 22;

	private static final int FILE_KIND = 0xF000;

	private static final int SYMBOLIC_LINK = 0xA000;

	private static final int ENCRYPTED = 1;

	private static final int LENGTH_FOLLOWS = 1 << 3;

	private static final int NAME_IS_UTF_8 = 1 << 11;

	private static final int STORED = 0;

	private static final int DEFLATED = 8;

	private final ByteBuffer bytes;

	private final List<Entry> entries = new ArrayList<>();

	ZipDirectory(byte[] zip) {
		this.bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
		int at = start();
		while (at >= 0 && at <= this.bytes.limit() - ENTRY_LENGTH && this.bytes.getInt(at) == ENTRY) {
			int name = Short.toUnsignedInt(this.bytes.getShort(at + 28));
			int rest = Short.toUnsignedInt(this.bytes.getShort(at + 30))
					+ Short.toUnsignedInt(this.bytes.getShort(at + 32));
			if (name <= this.bytes.limit() - ENTRY_LENGTH - at) {
				this.entries.add(new Entry(Short.toUnsignedInt(this.bytes.getShort(at + 8)),
						Short.toUnsignedInt(this.bytes.getShort(at + 10)),
						(this.bytes.getInt(at + 38) >>> 16) & FILE_KIND, this.bytes.slice(at + ENTRY_LENGTH, name)));
			}
			at += ENTRY_LENGTH + name + rest;
		}
	}

	/** A path as a pack has it: some programs part folders by a backslash. */
	static String path(String name) {
		return name.replace('\\', '/');
	}

	/**
	 * How names are written that don't say it. Names in a code page of long ago keep
	 * their letters from a to z, which is enough for the folder around a pack.
	 */
	Charset charset() {
		return this.entries.stream().allMatch(Entry::isUtf8) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
	}

	/** Why the file can't be read as a whole, at the first entry that says so. */
	Optional<Problem> trouble() {
		return this.entries.stream().flatMap((entry) -> {
			String path = path(entry.name(charset()));
			return entry.trouble().stream().map((sentence) -> new Problem(path, 1, sentence));
		}).findFirst();
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

	/** One entry, with its bits, its way of packing, its kind of file and its name. */
	private record Entry(int flags, int method, int kind, ByteBuffer bytes) {

		String name(Charset otherwise) {
			Charset charset = ((this.flags & NAME_IS_UTF_8) == 0) ? otherwise : StandardCharsets.UTF_8;
			return charset.decode(this.bytes.duplicate()).toString();
		}

		boolean isUtf8() {
			try {
				StandardCharsets.UTF_8.newDecoder().decode(this.bytes.duplicate());
				return true;
			}
			catch (CharacterCodingException ex) {
				return (this.flags & NAME_IS_UTF_8) != 0;
			}
		}

		Optional<String> trouble() {
			if (this.kind == SYMBOLIC_LINK) {
				return Optional.of("This is a link to a file elsewhere, and no file.");
			}
			if ((this.flags & ENCRYPTED) != 0) {
				return Optional.of("This file is locked with a password. Make the zip file again without one.");
			}
			if (this.method != STORED && this.method != DEFLATED) {
				return Optional.of("This file is packed by a method that is not read here (number " + this.method
						+ "). Make the zip file again with the usual one, Deflate.");
			}
			if (this.method == STORED && (this.flags & LENGTH_FOLLOWS) != 0) {
				return Optional.of("This file is stored without its length. Make the zip file again with the usual"
						+ " method, Deflate.");
			}
			return Optional.empty();
		}

	}

}
