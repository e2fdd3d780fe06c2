/**
 * Checks across a pack. In: its files as trees. Out: what is wrong, what is worth a look,
 * and what there is. Must stay true: a warning never stops a pack, for a program can't
 * judge prose.
 */
@NullMarked
package org.mentorprep.content.authoring.check;

import org.jspecify.annotations.NullMarked;
