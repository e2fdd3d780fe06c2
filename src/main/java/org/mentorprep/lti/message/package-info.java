/**
 * Messages of the LMS: an id_token becomes one typed message or is refused with the
 * clause it breaks.
 */
@NullMarked
@NamedInterface("message")
package org.mentorprep.lti.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
