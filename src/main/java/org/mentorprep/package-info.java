/**
 * The tool. Data runs left to right, every Java import right to left: ask or listen to a
 * package before you, never call one after you.
 *
 * <pre>
 * platform ─▶ launch ─▶ programme ─▶ attempt ─▶ progress ─▶ passback
 * whom we     who       what a link  the work   what        grades
 * trust       comes in  requires        │       counts      out
 *   └▶ registration └▶ deeplink     diagnostic     ├──────▶ mentor: pages of mentors
 *                                                  └──────▶ course: pages of staff
 * activity ─▶ content ─▶ pack ─▶ library: which version is active;  author: check, panel
 * lti = the wire; audit = the ledger; yaml = files; account = sign-in of operators;
 * web = filter chains, headers, errors: no package uses it.
 * </pre>
 *
 * What stands here every package may use, and it uses none of them.
 */
@NullMarked
package org.mentorprep;

import org.jspecify.annotations.NullMarked;
