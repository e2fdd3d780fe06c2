/**
 * Columns of gradebooks that no launch told of. In: links. Out: addresses of columns.
 * Must stay true: a column is looked for before it is made, and never changed or deleted.
 */
@NullMarked
package org.mentorprep.passback.column;

import org.jspecify.annotations.NullMarked;
