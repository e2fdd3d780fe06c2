package practicelms.service;

import java.util.List;

/**
 * What the tool may ask for (AGS, section 2.1; NRPS 2.0), as with Moodle's full setting.
 */
public final class Scope {

	private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";

	public static final String LINE_ITEM = AGS + "lineitem";

	public static final String LINE_ITEM_READ = AGS + "lineitem.readonly";

	public static final String RESULT_READ = AGS + "result.readonly";

	public static final String SCORE = AGS + "score";

	public static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

	/** Those for grades, sorted, as in the launch, which doesn't list the other one. */
	public static final List<String> GRADES = List.of(LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE);

	/** All of them. */
	public static final List<String> PERMITTED = List.of(LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE, MEMBERS);

	private Scope() {
	}

}
