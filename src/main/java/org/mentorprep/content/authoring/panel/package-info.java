/**
 * The review of keys by a panel. In: the exercises of a pack, and the answers of the
 * panel as a spreadsheet saves them. Out: sheets to print, and for each exercise whether
 * the panel agrees with its key. Must stay true: no sheet shows a key, and nothing but
 * the status of a key is ever written into a pack.
 */
@NullMarked
package org.mentorprep.content.authoring.panel;

import org.jspecify.annotations.NullMarked;
