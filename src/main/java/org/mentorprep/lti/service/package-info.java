/**
 * Calls services of the LMS: access tokens, scores, line items and results (AGS 2.0).
 * Must stay true: a bearer token goes to the platform it came from, and to nobody else.
 */
@NullMarked
@NamedInterface("service")
package org.mentorprep.lti.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
