package org.mentorprep.content.authoring.command;

import java.io.PrintStream;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON to the console, in lines that people can read too. */
final class Json {

	private static final ObjectWriter WRITER = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

	private Json() {
	}

	static void print(PrintStream out, Object what) {
		out.println(WRITER.writeValueAsString(what));
	}

}
