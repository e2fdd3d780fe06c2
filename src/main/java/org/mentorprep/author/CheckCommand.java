package org.mentorprep.author;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.author.AuthorCommands.ExitStatus;
import org.mentorprep.author.AuthorCommands.PackPlace;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.pack.PackReport;
import org.mentorprep.pack.PackReport.ExerciseTable;

/** Checks packs at the command line, whole or one exercise of them. */
class CheckCommand {

	private final PrintStream out;

	private final PrintStream err;

	private final PackReader reader = new PackReader();

	CheckCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	int check(List<String> args) {
		Optional<CheckRequest> request = CheckRequest.of(args);
		if (request.isEmpty()) {
			this.err.println(CheckRequest.USAGE);
			return ExitStatus.UNREADABLE;
		}
		List<CheckedPack> packs = request.get()
			.places()
			.stream()
			.map((place) -> checked(place, request.get().only()))
			.toList();
		print(packs, request.get().form());
		return packs.stream().mapToInt(CheckedPack::status).max().orElse(ExitStatus.UNREADABLE);
	}

	private void print(List<CheckedPack> packs, String form) {
		ReportPrinter printer = new ReportPrinter(this.out, this.err);
		switch (form) {
			case CheckRequest.AS_JSON -> printer.json(packs);
			case CheckRequest.AS_REPORT ->
				printer.each(packs, (pack, report) -> this.out.print(ContentReport.of(report)));
			default -> printer.print(packs, form.equals(CheckRequest.ALL));
		}
	}

	private CheckedPack checked(String place, String only) {
		try {
			PackFiles files = PackPlace.files(place);
			return only.isEmpty() ? new CheckedPack(place, this.reader.report(files), "", 0)
					: checked(place, files, only);
		}
		catch (PackRefused ex) {
			return new CheckedPack(place, new PackReport("", "", ex.problems(), List.of(), List.of(), List.of()), "",
					0);
		}
		catch (IOException ex) {
			return new CheckedPack(place, null, String.valueOf(ex.getMessage()), 0);
		}
	}

	/** Tells only what is wrong with one exercise, in any language. */
	private CheckedPack checked(String place, PackFiles files, String only) {
		PackReport report = this.reader.report(files,
				(file) -> file.text("id").equals(only) || file.path().equals(only));
		List<ExerciseTable> tables = report.exercises()
			.stream()
			.filter((table) -> table.file().equals(only) || table.id().equals(only))
			.toList();
		// A file that can't be read has no id; what it is called is the best that is
		// known.
		Set<String> paths = Stream
			.concat(tables.stream().map(ExerciseTable::file),
					files.texts()
						.keySet()
						.stream()
						.filter((path) -> path.equals(only) || tables.isEmpty()
								&& path.matches("modules/.*/exercises/.*") && path.endsWith("/" + only + ".yaml")))
			.map((path) -> path.replaceFirst("\\.[a-z]+$", ""))
			.collect(Collectors.toSet());
		if (paths.isEmpty()) {
			return new CheckedPack(place, null, "There is no exercise " + only + " in " + place + ".", 0);
		}
		PackReport part = report.only(
				(file) -> paths.contains(file.replaceFirst("^i18n/[^/]+/", "").replaceFirst("\\.[a-z]+$", "")), tables);
		return new CheckedPack(place, part, "", report.errors().size() - part.errors().size());
	}

	/**
	 * The result of the check of one pack.
	 *
	 * @param place as the author gave it
	 * @param report {@code null} if the pack could not be read
	 * @param trouble why it could not be read; empty if it could
	 * @param leftOut how many problems are left out of the report
	 */
	record CheckedPack(String place, @Nullable PackReport report, String trouble, int leftOut) {

		int status() {
			if (this.report == null) {
				return ExitStatus.UNREADABLE;
			}
			return this.report.errors().isEmpty() ? ExitStatus.GOOD : ExitStatus.PROBLEMS;
		}

	}

	/**
	 * The arguments of the command.
	 *
	 * @param only id of an exercise, or path of a file; empty for the whole pack
	 * @param form the option that says how much is told and how; empty for the usual
	 */
	record CheckRequest(List<String> places, String only, String form) {

		static final String AS_JSON = "--json";

		static final String AS_REPORT = "--report";

		static final String ALL = "--all";

		static final String USAGE = """
				Usage: java -jar mentorprep.jar check [--all | --json | --report] <folder or zip file of a pack>…
				       java -jar mentorprep.jar check [--json] --only <exercise> <folder or zip file of a pack>…""";

		/** Empty if the arguments contradict each other, or one is missing. */
		static Optional<CheckRequest> of(List<String> args) {
			List<String> places = new ArrayList<>();
			List<String> forms = new ArrayList<>();
			String only = "";
			for (Iterator<String> each = args.iterator(); each.hasNext();) {
				String arg = each.next();
				if (arg.equals("--only") && each.hasNext()) {
					only = each.next();
				}
				else {
					(arg.startsWith("--") ? forms : places).add(arg);
				}
			}
			boolean meant = Set.of(AS_JSON, AS_REPORT, ALL).containsAll(forms) && forms.size() < 2
					&& (only.isEmpty() || !forms.contains(AS_REPORT));
			if (places.isEmpty() || !meant) {
				return Optional.empty();
			}
			return Optional.of(new CheckRequest(places, only, forms.isEmpty() ? "" : forms.get(0)));
		}

	}

}
