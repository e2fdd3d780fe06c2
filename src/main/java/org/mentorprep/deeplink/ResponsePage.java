package org.mentorprep.deeplink;

/**
 * What the template {@code deeplink/response} needs: a form that goes to the LMS by
 * itself or by its button.
 *
 * @param action the return address of the LMS
 * @param token the signed response
 * @param count how many activities it brings
 */
record ResponsePage(String action, String token, int count) {
}
