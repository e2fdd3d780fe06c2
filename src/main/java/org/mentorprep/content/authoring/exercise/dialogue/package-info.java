/**
 * Conversations as authors write them. In: the tree of a file. Out: the conversation, or
 * all that is wrong with it. Must stay true: what blind play earns is worked out exactly.
 */
@NullMarked
package org.mentorprep.content.authoring.exercise.dialogue;

import org.jspecify.annotations.NullMarked;
