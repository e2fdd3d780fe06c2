package org.mentorprep.testing;

import java.util.Map;

/**
 * A page as someone might see it, to try its template without the whole tool.
 *
 * @param name names the sample, for reports
 * @param view name of the template
 * @param page what the template is given
 * @param more what it is given besides, by name
 */
public record Sample(String name, String view, Object page, Map<String, Object> more) {

	public Sample(String name, String view, Object page) {
		this(name, view, page, Map.of());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
