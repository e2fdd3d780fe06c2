package org.mentorprep.content.publishing;

import java.util.List;

import org.mentorprep.content.authoring.check.PackReport;
import org.mentorprep.content.authoring.file.Problem;

/**
 * What there is to know about a pack before it is put into use.
 *
 * @param report what the check found, the rules of the number among it
 * @param changes against the version in use, the heaviest first; none if another pack is
 * in use
 */
public record Review(PackReport report, List<PackChange> changes) {

	public Review {
		changes = List.copyOf(changes);
	}

	/** Of files that were not even read. */
	static Review unread(List<Problem> problems) {
		return new Review(new PackReport("", "", problems, List.of(), List.of(), List.of()), List.of());
	}

	/** What stands against it; none if it may be put into use. */
	public List<Problem> errors() {
		return this.report.errors();
	}

}
