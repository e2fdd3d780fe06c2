/**
 * Conversations: one kind of exercise. In: a conversation as authors wrote it. Out:
 * steps, replies, the mark, and all ways through it for the check of content. Must stay
 * true: trust decides what the other reveals and never enters the mark.
 */
@NullMarked
@NamedInterface("dialogue")
package org.mentorprep.activity.dialogue;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
