package org.mentorprep.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.support.ResourceBundleMessageSource;

import org.mentorprep.author.PanelResult.Tally;
import org.mentorprep.author.ResultsReader.Results;

/**
 * Writes what a panel gets: a sheet for each exercise, and an empty file of answers.
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

	/**
	 * Makes the empty file of answers: every item for each of five, one panelist after
	 * the other, so that a pile of sheets can be typed in from the top.
	 */
	final static class ResultsTemplate {

		private ResultsTemplate() {
		}

		/** In the form of RFC 4180. */
		static String of(List<PanelSheet> sheets) {
			StringBuilder text = new StringBuilder();
			try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
				csv.printRecord(Results.COLUMNS);
				for (int panelist = 1; panelist <= Tally.PANEL; panelist++) {
					for (PanelSheet sheet : sheets) {
						for (PanelSheet.Item item : sheet.items()) {
							csv.printRecord(Results.guarded(sheet.id()), Results.guarded(sheet.version()),
									Results.guarded(item.code()), "panelist-" + panelist, "", "");
						}
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return text.toString();
		}

	}

	/**
	 * Makes the page of a sheet: one file that needs nothing else, to be printed. It
	 * works without a Spring context, as the commands of authors do.
	 */
	static class SheetPrinter {

		private final SpringTemplateEngine engine = new SpringTemplateEngine();

		SheetPrinter() {
			ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
			templates.setPrefix("templates/");
			templates.setSuffix(".html");
			templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
			this.engine.setTemplateResolver(templates);
			ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
			messages.setBasenames("messages/author", "messages/activity");
			messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
			messages.setFallbackToSystemLocale(false);
			this.engine.setTemplateEngineMessageSource(messages);
		}

		String page(PanelSheet sheet) {
			return this.engine.process("author/panel-sheet", new Context(Locale.UK, Map.of("page", sheet)));
		}

	}

}
