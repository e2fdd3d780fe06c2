/**
 * Which LMSs are left alone for a while because they don't answer. In: what came of a
 * call. Out: whether another may be made. Must stay true: one LMS never delays another.
 */
@NullMarked
package org.mentorprep.passback.circuit;

import org.jspecify.annotations.NullMarked;
