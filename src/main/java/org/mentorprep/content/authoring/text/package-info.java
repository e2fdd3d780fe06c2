/**
 * What a pack reads like here: variables of the jurisdiction and translations. In: trees
 * as authors wrote them. Out: the same trees with other words. Must stay true: only words
 * change; no key, score or route can be reached from here.
 */
@NullMarked
package org.mentorprep.content.authoring.text;

import org.jspecify.annotations.NullMarked;
