package org.mentorprep.testing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The form in the middle of a page, filled by somebody who always takes the option at one
 * place.
 *
 * @param action where it goes
 * @param fields what it sends; may be changed
 */
public record FilledForm(String action, Map<String, String> fields) {

	/** Whether a page has one. */
	public static boolean isOn(Document page) {
		return page.selectFirst("main form") != null;
	}

	/**
	 * @param place of the option to take, from 0; the last one where there are not so
	 * many
	 */
	public static FilledForm of(Document page, int place) {
		Element form = page.selectFirst("main form");
		Map<String, String> fields = new HashMap<>();
		form.select("input[type=hidden]").forEach((field) -> fields.put(field.attr("name"), field.val()));
		for (String name : new LinkedHashSet<>(form.select("input[type=radio]").eachAttr("name"))) {
			List<String> options = form.select("input[name=" + name + "]").eachAttr("value");
			fields.put(name, options.get(Math.min(place, options.size() - 1)));
		}
		Element button = form.selectFirst("button[name]:not([name=change])");
		if (button != null) {
			fields.put(button.attr("name"), button.val());
		}
		return new FilledForm(form.attr("action"), fields);
	}

}
