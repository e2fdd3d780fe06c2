/**
 * Content as a mentor will see it, for those who answer for it: course staff, who place
 * it or have placed it, and the operator, before a pack is put into use. In: answers,
 * which travel in the form. Out: pages. Must stay true: nothing is written.
 */
@NullMarked
package org.mentorprep.attempt.preview;

import org.jspecify.annotations.NullMarked;
