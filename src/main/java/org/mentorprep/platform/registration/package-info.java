/**
 * Registration by the LMS itself (LTI Dynamic Registration 1.0). In: invitations of the
 * operator, an LMS that opens one of them. Out: a pending registration. Must stay true:
 * without a valid invitation no request leaves the house, and no request ever goes to an
 * address that was not checked.
 */
@NullMarked
package org.mentorprep.platform.registration;

import org.jspecify.annotations.NullMarked;
