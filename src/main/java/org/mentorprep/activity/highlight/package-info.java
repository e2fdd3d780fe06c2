/**
 * Transcripts to mark: one kind of exercise. In: a transcript as authors wrote it. Out:
 * the step, the reply, the mark, and what blind answers earn. Must stay true: who ticks
 * everything, or nothing, or whatever has a question mark, earns nothing by it.
 */
@NullMarked
@NamedInterface("highlight")
package org.mentorprep.activity.highlight;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
