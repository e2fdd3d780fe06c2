/**
 * The tool, one room a package. Data runs left to right, every Java arrow runs right to
 * left: ask or listen to a room before you, never call a room after you.
 *
 * <pre>
 * platform ─▶ launch ─▶ programme ─▶ attempt ─▶ completion ─▶ passback
 * whom we     front     what a       the work   what counts   post room
 * trust       door      course asks     ▲           ├──────▶ mentor ─▶ the mentor's home
 *               └▶ deeplink          content        └──────▶ course ─▶ course staff
 *                                       ▲
 *                                    activity
 * diagnostic = what somebody knows already: after programme, before mentor.
 * lti = the wire, as the specs word it; web = the roof: filter chains, headers, errors.
 * </pre>
 */
@NullMarked
package org.mentorprep;

import org.jspecify.annotations.NullMarked;
