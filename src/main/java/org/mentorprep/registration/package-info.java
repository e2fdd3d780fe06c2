/**
 * How an LMS gets on the list: by the platforms file, by the operator's form, or by
 * itself (LTI Dynamic Registration 1.0). In: files, forms, invitations, an LMS that opens
 * one of them. Out: rows of platforms, {@code RegistrationFailed}. Must stay true:
 * without a valid invitation no request leaves the tool, and none ever goes to an address
 * that was not checked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "yaml", "platform", "audit" })
package org.mentorprep.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
