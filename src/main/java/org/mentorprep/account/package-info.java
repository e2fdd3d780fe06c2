/**
 * How operators sign in. In: a password from the configuration. Out: a session that opens
 * {@code /operator} and nothing else. Must stay true: without a password there is no such
 * page, and every sign-in stands in the ledger.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "audit" })
package org.mentorprep.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
