/**
 * Launches and registrations that were refused of late. In: a refusal, or a reference
 * that somebody quotes. Out: its cause. Must stay true: nothing here says who was
 * refused, and nobody can fill it.
 */
@NullMarked
@NamedInterface("refusals")
package org.mentorprep.launch.refusals;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
