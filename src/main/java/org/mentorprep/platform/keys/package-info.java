/**
 * Our own keys: made, published, used to sign, withdrawn. In: the clock and the operator.
 * Out: the signing key, and what LMSs may see. Must stay true: a key signs only after it
 * was published long enough, and the key that signs can't be withdrawn.
 */
@NullMarked
@NamedInterface("keys")
package org.mentorprep.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
