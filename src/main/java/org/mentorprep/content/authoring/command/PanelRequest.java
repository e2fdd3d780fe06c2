package org.mentorprep.content.authoring.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What an author asks of the review by a panel.
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

	/** Empty if nobody can tell what is meant. */
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
