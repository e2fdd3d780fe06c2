/**
 * The door itself: login initiation, the launch, and what refused people see. In: what
 * browsers send to {@code /lti}. Out: sessions. Must stay true: nothing is written before
 * the token passed every check, but the row that waits for it and a bounded number of
 * refusals.
 */
@NullMarked
@NamedInterface("door")
package org.mentorprep.launch.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
