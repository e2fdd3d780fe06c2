/**
 * Sorting: one kind of exercise. In: entries and the classes they belong in. Out: the
 * page that asks, what came of the answer, the mark, and what blind answers earn. Must
 * stay true: every class counts the same, and one class throughout earns nothing.
 */
@NullMarked
@NamedInterface("classify")
package org.mentorprep.activity.classify;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
