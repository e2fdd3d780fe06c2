/**
 * The reading desk of the library. In: the files of a pack. Out: either all problems at
 * once, each with file, line and a plain sentence, or the pack. Must stay true: what is
 * read is judged as data; nothing in a pack can run.
 */
@NullMarked
package org.mentorprep.content.authoring;

import org.jspecify.annotations.NullMarked;
