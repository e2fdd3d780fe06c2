/**
 * The operator's desk for platforms. In: questions and forms of the operator. Out: pages,
 * and changes of the list. Must stay true: each change stands in the ledger, and what
 * came by the file is only shown.
 */
@NullMarked
package org.mentorprep.platform.desk;

import org.jspecify.annotations.NullMarked;
