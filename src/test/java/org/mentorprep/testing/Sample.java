package org.mentorprep.testing;

/**
 * A page as someone might see it, to try its template without the whole tool.
 *
 * @param name names the sample, for reports
 * @param view name of the template
 * @param page what the template is given
 */
public record Sample(String name, String view, Object page) {

	@Override
	public String toString() {
		return this.name;
	}

}
