package org.mentorprep.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.LinkId;
import org.mentorprep.web.operator.OperatorMenu;

/**
 * What the layout needs around every page.
 *
 * @param link the link that the page belongs to; absent on pages in front of the door,
 * which then lead nowhere
 * @param version version of the content that is current; absent without a link
 * @param staff whether one is here as course staff: then some sentences read otherwise
 * @param days says days and times
 */
record Roof(@Nullable LinkId link, @Nullable String version, boolean staff, Days days) {

	/** The menu of the operator's pages. */
	public List<OperatorMenu> operatorMenu() {
		return List.of(OperatorMenu.values());
	}

}
