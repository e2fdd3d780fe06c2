/**
 * How often one network may knock. In: requests at the doors that anybody reaches. Out:
 * the request itself, or a small page that says when to try again. Must stay true: a
 * request that is refused here costs no SQL, no session and no line in the log.
 */
@NullMarked
package org.mentorprep.web.limit;

import org.jspecify.annotations.NullMarked;
