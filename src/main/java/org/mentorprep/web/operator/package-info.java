/**
 * The way in for whoever runs the tool, the menu of their pages, and the first of them.
 * In: a password from the configuration. Out: a session that opens /operator and nothing
 * else. Must stay true: without a password there is no such page, and every sign-in
 * stands in the ledger.
 */
@NullMarked
package org.mentorprep.web.operator;

import org.jspecify.annotations.NullMarked;
