/**
 * How authors write each kind of exercise. In: the tree of an exercise file. Out: the
 * activity it describes, or all that is wrong with it. Must stay true: nobody passes an
 * exercise by a rule that needs no understanding; the check of each kind works that out.
 */
@NullMarked
@NamedInterface("kind")
package org.mentorprep.pack.kind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
