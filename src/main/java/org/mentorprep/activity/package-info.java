/**
 * The kinds of exercise, and how each marks an answer. In: the content of an exercise and
 * the answers given. Out: what to show next, and the mark. Must stay true: pure; the same
 * answers to the same exercise with the same seed give the same mark, always.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.mentorprep.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
