/**
 * How deliveries are going, LMS by LMS, for the operator. In: questions of the browser.
 * Out: a page. Must stay true: it names no person.
 */
@NullMarked
package org.mentorprep.passback.backlog;

import org.jspecify.annotations.NullMarked;
