/**
 * Orders: one kind of exercise. In: steps and the pairs of them whose order matters. Out:
 * the page that asks, what came of the answer, the mark, and what blind answers earn.
 * Must stay true: only these pairs are marked, and no attempt begins with an order that
 * earns something.
 */
@NullMarked
@NamedInterface("order")
package org.mentorprep.activity.order;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
