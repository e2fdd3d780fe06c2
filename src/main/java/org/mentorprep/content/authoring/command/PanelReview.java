package org.mentorprep.content.authoring.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.mentorprep.content.authoring.PackFiles;
import org.mentorprep.content.authoring.PackReader;
import org.mentorprep.content.authoring.PackRefused;
import org.mentorprep.content.authoring.file.Problem;
import org.mentorprep.content.authoring.file.Problems;
import org.mentorprep.content.authoring.panel.PanelAnswer;
import org.mentorprep.content.authoring.panel.PanelSheet;
import org.mentorprep.content.authoring.panel.ResultsReader;
import org.mentorprep.content.authoring.panel.Reviewed;

/**
 * Has keys reviewed at the command line: {@code panel} writes the sheets, or reads the
 * answers, says what they mean, and marks keys as reviewed.
 */
class PanelReview {

	private final PrintStream out;

	private final PrintStream err;

	private final PackReader reader = new PackReader();

	PanelReview(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	int review(List<String> args) {
		Optional<PanelRequest> request = PanelRequest.of(args);
		if (request.isEmpty()) {
			this.err.println(PanelRequest.USAGE);
			return ExitStatus.UNREADABLE;
		}
		try {
			return review(request.get());
		}
		catch (IOException ex) {
			this.err.println(ex.getMessage());
			return ExitStatus.UNREADABLE;
		}
	}

	private int review(PanelRequest request) throws IOException {
		PackFiles files;
		List<Problem> wrong;
		try {
			files = PackPlace.files(request.place());
			wrong = this.reader.check(files);
		}
		catch (PackRefused ex) {
			return told(request, refused(request, ex.problems()));
		}
		if (!wrong.isEmpty()) {
			return told(request, refused(request, wrong));
		}
		List<PanelSheet> sheets = this.reader.trees(files).exercises().stream().map(PanelSheet::of).toList();
		if (request.sheets().isEmpty()) {
			return told(request, answers(request, this.reader.title(files), sheets));
		}
		new SheetWriter(path(request.sheets())).write(sheets);
		this.out.printf("%s and %s are in %s.%n", ReportPrinter.many(sheets.size(), "sheet"), SheetWriter.RESULTS,
				request.sheets());
		return ExitStatus.GOOD;
	}

	private PanelReport answers(PanelRequest request, PackReader.Title title, List<PanelSheet> sheets)
			throws IOException {
		Problems problems = new Problems();
		ResultsReader results = new ResultsReader(sheets, problems);
		for (String file : request.results()) {
			results.read(file, bytes(file));
		}
		List<PanelAnswer> answers = results.answers();
		if (problems.stop()) {
			return refused(request, problems.inReadingOrder());
		}
		List<Reviewed> all = sheets.stream().map((sheet) -> Reviewed.of(sheet, answers)).toList();
		List<Reviewed> answered = all.stream().filter(Reviewed::answered).toList();
		KeyWriter writer = new KeyWriter(path(request.place()), problems);
		List<String> written = answered.stream()
			.filter((exercise) -> request.write() && exercise.borneOut() && writer.write(exercise))
			.map((exercise) -> exercise.sheet().id())
			.toList();
		return new PanelReport(request.place(), title.name(), title.version(), problems.inReadingOrder(), answered,
				all.stream().filter((one) -> !one.answered()).map((one) -> one.sheet().id()).toList(), written);
	}

	private int told(PanelRequest request, PanelReport report) {
		if (request.json()) {
			Json.print(this.out, PanelJson.of(report));
		}
		else {
			new PanelPrinter(this.out, request.write()).print(report);
		}
		return report.status();
	}

	private static PanelReport refused(PanelRequest request, List<Problem> problems) {
		return new PanelReport(request.place(), "", "", problems, List.of(), List.of(), List.of());
	}

	private static byte[] bytes(String file) throws IOException {
		Path path = path(file);
		if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
			throw new IOException(file + " can't be read: there is no such file.");
		}
		return Files.readAllBytes(path);
	}

	private static Path path(String place) throws IOException {
		try {
			return Path.of(place);
		}
		catch (InvalidPathException ex) {
			throw new IOException(place + " is no name of a file.", ex);
		}
	}

}
