/**
 * Files as authors write them. In: YAML. Out: a tree that knows the line of each place,
 * and problems with file, line and a plain sentence. Must stay true: what is read is
 * judged as data; no tag, alias or depth can make it more.
 */
@NullMarked
package org.mentorprep.content.authoring.file;

import org.jspecify.annotations.NullMarked;
