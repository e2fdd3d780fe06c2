/**
 * Ratings: one kind of exercise. In: a situation and ways to respond to it. Out: the page
 * that asks, what came of the answer, the mark, and what blind answers earn. Must stay
 * true: what is harmful is never taken for help at the price of a near miss, and one
 * rating throughout earns nothing.
 */
@NullMarked
@NamedInterface("rate")
package org.mentorprep.activity.rate;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
