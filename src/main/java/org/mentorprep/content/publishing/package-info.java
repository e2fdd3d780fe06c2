/**
 * The counter of the library: what is published, and which version is in use. In: packs
 * from the places that the configuration names, and from the operator. Out: the shelf and
 * the version in use. Must stay true: nothing gets into use that the check refuses or
 * whose number hides what changed; what is in use is asked of the database.
 */
@NullMarked
package org.mentorprep.content.publishing;

import org.jspecify.annotations.NullMarked;
