package org.mentorprep.author;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.author.AuthorCommands.PackPlace;
import org.mentorprep.author.PanelPrinter.PanelJson;
import org.mentorprep.author.PanelPrinter.PanelReport;
import org.mentorprep.author.ReportPrinter.Json;
import org.mentorprep.author.ResultsReader.PanelAnswer;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.yaml.Problem;
import org.mentorprep.yaml.Problems;

/**
 * Has keys reviewed by a panel: {@code panel} writes the sheets, or reads the answers,
 * reports what they mean, and marks keys as reviewed.
 */
class PanelCommand {

	private final PrintStream out;

	private final PrintStream err;

	private final PackReader reader = new PackReader();

	PanelCommand(PrintStream out, PrintStream err) {
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
			return print(request, refused(request, ex.problems()));
		}
		if (!wrong.isEmpty()) {
			return print(request, refused(request, wrong));
		}
		List<PanelSheet> sheets = this.reader.trees(files).exercises().stream().map(PanelSheet::of).toList();
		if (request.sheets().isEmpty()) {
			return print(request, answers(request, this.reader.title(files), sheets));
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
		if (problems.hasErrors()) {
			return refused(request, problems.inReadingOrder());
		}
		List<PanelResult> all = sheets.stream().map((sheet) -> PanelResult.of(sheet, answers)).toList();
		List<PanelResult> answered = all.stream().filter(PanelResult::answered).toList();
		KeyWriter writer = new KeyWriter(path(request.place()), problems);
		List<String> written = answered.stream()
			.filter((exercise) -> request.write() && exercise.borneOut() && writer.write(exercise))
			.map((exercise) -> exercise.sheet().id())
			.toList();
		return new PanelReport(request.place(), title.name(), title.version(), problems.inReadingOrder(), answered,
				all.stream().filter((one) -> !one.answered()).map((one) -> one.sheet().id()).toList(), written);
	}

	private int print(PanelRequest request, PanelReport report) {
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

	/**
	 * The arguments of the command.
	 *
	 * @param place of the pack
	 * @param sheets the folder that sheets are written into; empty if answers are read
	 * @param results files of answers
	 * @param write whether keys are marked as reviewed
	 */
	record PanelRequest(String place, String sheets, List<String> results, boolean write, boolean json) {

		static final String USAGE = """
				Usage: java -jar mentorprep.jar panel <folder or zip file of a pack> --sheets <new folder>
				       java -jar mentorprep.jar panel [--json] [--write] <folder of a pack> <file of answers>…""";

		/** Empty if the arguments contradict each other, or one is missing. */
		static Optional<PanelRequest> of(List<String> args) {
			List<String> places = new ArrayList<>();
			List<String> options = new ArrayList<>();
			String sheets = "";
			for (Iterator<String> each = args.iterator(); each.hasNext();) {
				String arg = each.next();
				if (arg.equals("--sheets") && each.hasNext()) {
					sheets = each.next();
				}
				else {
					(arg.startsWith("--") ? options : places).add(arg);
				}
			}
			boolean write = options.remove("--write");
			boolean json = options.remove("--json");
			boolean meant = sheets.isEmpty() ? places.size() > 1 : places.size() == 1 && !write && !json;
			if (!options.isEmpty() || !meant) {
				return Optional.empty();
			}
			return Optional.of(new PanelRequest(places.get(0), sheets, places.subList(1, places.size()), write, json));
		}

	}

}
