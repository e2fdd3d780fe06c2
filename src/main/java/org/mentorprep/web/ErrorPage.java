package org.mentorprep.web;

import java.util.List;

/**
 * What an error page says.
 *
 * @param words the key of its words; {@code .title} and {@code .text} follow it
 * @param typed what somebody had typed or chosen and would otherwise lose
 * @param reference joins the page with the log
 */
public record ErrorPage(String words, List<String> typed, String reference) {

	public ErrorPage {
		typed = List.copyOf(typed);
	}

}
