/**
 * The list of the LMSs we trust. In: the platforms file, forms of the operator, dynamic
 * registrations. Out: rows of the table. Must stay true: a registration is never deleted,
 * and only the file changes what came by the file.
 */
@NullMarked
package org.mentorprep.platform.registry;

import org.jspecify.annotations.NullMarked;
