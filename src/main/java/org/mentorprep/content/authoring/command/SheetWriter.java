package org.mentorprep.content.authoring.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.mentorprep.content.authoring.panel.PanelSheet;
import org.mentorprep.content.authoring.panel.ResultsTemplate;
import org.mentorprep.content.authoring.panel.SheetPrinter;

/**
 * Writes what a panel is given: a sheet for each exercise, and an empty file of answers.
 */
class SheetWriter {

	static final String RESULTS = "results.csv";

	private final Path folder;

	SheetWriter(Path folder) {
		this.folder = folder;
	}

	/**
	 * @throws IOException if it can't be written, or would replace answers; the message
	 * says so to authors
	 */
	void write(List<PanelSheet> sheets) throws IOException {
		Path results = this.folder.resolve(RESULTS);
		if (Files.exists(results)) {
			throw new IOException(results + " is there already, and may hold answers. Name another folder.");
		}
		try {
			Files.createDirectories(this.folder);
			SheetPrinter printer = new SheetPrinter();
			for (PanelSheet sheet : sheets) {
				Files.writeString(this.folder.resolve(sheet.id() + ".html"), printer.page(sheet));
			}
			Files.writeString(results, ResultsTemplate.of(sheets));
		}
		catch (IOException ex) {
			throw new IOException("Nothing can be written into " + this.folder + ".", ex);
		}
	}

}
