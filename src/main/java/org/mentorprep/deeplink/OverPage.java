package org.mentorprep.deeplink;

/**
 * What the template {@code deeplink/over} needs: a request can't be answered any more.
 *
 * @param words the key of its words; {@code .title} and {@code .text} follow it
 */
record OverPage(String words) {
}
