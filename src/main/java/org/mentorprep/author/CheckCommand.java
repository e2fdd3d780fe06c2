package org.mentorprep.author;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.author.AuthorCommands.PackPlace;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.pack.PackReport;

/**
 * Checks packs at the command line:
 * {@code check [--json | --report] <folder or zip file>…}.
 */
class CheckCommand {

	private static final String AS_JSON = "--json";

	private static final String AS_REPORT = "--report";

	private static final Set<String> OPTIONS = Set.of(AS_JSON, AS_REPORT);

	private final PrintStream out;

	private final PrintStream err;

	private final PackReader reader = new PackReader();

	CheckCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	int check(List<String> args) {
		List<String> options = args.stream().filter((arg) -> arg.startsWith("--")).toList();
		List<String> places = args.stream().filter((arg) -> !arg.startsWith("--")).toList();
		if (places.isEmpty() || options.size() > 1 || !OPTIONS.containsAll(options)) {
			this.err
				.println("Usage: java -jar mentorprep.jar check [--json | --report] <folder or zip file of a pack>…");
			return ExitStatus.UNREADABLE;
		}
		List<CheckedPack> packs = places.stream().map(this::checked).toList();
		print(packs, options);
		return packs.stream().mapToInt(CheckedPack::status).max().orElse(ExitStatus.UNREADABLE);
	}

	private void print(List<CheckedPack> packs, List<String> options) {
		ReportPrinter printer = new ReportPrinter(this.out, this.err);
		if (options.contains(AS_JSON)) {
			printer.json(packs);
		}
		else if (options.contains(AS_REPORT)) {
			printer.each(packs, (place, report) -> this.out.print(ContentReport.of(report)));
		}
		else {
			printer.print(packs);
		}
	}

	private CheckedPack checked(String place) {
		try {
			return new CheckedPack(place, this.reader.report(PackPlace.files(place)), "");
		}
		catch (PackRefused ex) {
			return new CheckedPack(place, new PackReport("", "", ex.problems(), List.of(), List.of(), List.of()), "");
		}
		catch (IOException ex) {
			return new CheckedPack(place, null, String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * The result of the check of one pack.
	 *
	 * @param place as the author gave it
	 * @param report {@code null} if the pack could not be read
	 * @param trouble why it could not be read; empty if it could
	 */
	record CheckedPack(String place, @Nullable PackReport report, String trouble) {

		int status() {
			if (this.report == null) {
				return ExitStatus.UNREADABLE;
			}
			return this.report.errors().isEmpty() ? ExitStatus.GOOD : ExitStatus.PROBLEMS;
		}

	}

}
