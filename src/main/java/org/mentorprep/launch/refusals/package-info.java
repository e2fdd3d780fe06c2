/**
 * The operator's page of refused launches. In: a reference that somebody quotes. Out: its
 * cause. Must stay true: nothing on it says who was refused.
 */
@NullMarked
package org.mentorprep.launch.refusals;

import org.jspecify.annotations.NullMarked;
