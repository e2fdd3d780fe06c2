/**
 * What a learner has earned in a link, as the gradebook is to show it: points and a
 * remark. In: standings. Out: grades. Must stay true: a grade never says more than we do.
 */
@NullMarked
package org.mentorprep.passback.grade;

import org.jspecify.annotations.NullMarked;
