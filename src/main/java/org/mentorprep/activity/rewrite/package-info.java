/**
 * Remarks to rewrite: one kind of exercise. In: a remark, samples and examples as authors
 * wrote them. Out: its four steps, the mark of the samples, and what blind answers earn.
 * Must stay true: nobody's own text is ever marked, only what one makes of the samples.
 */
@NullMarked
@NamedInterface("rewrite")
package org.mentorprep.activity.rewrite;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
