/**
 * Whether the browser lets us keep a cookie, asked before the LMS's one-time hint is
 * spent. In: login initiations in frames. Out: the page that finds out, and the way
 * round. Must stay true: nothing is decided in the browser, and nothing is stored.
 */
@NullMarked
package org.mentorprep.launch.door.cookie;

import org.jspecify.annotations.NullMarked;
