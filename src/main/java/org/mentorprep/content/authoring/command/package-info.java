/**
 * The check at the command line. In: folders and zip files. Out: a report for people or
 * for programs, and an exit status. Must stay true: it needs no database, no web server
 * and no Spring context, so that authors can run it anywhere.
 */
@NullMarked
@NamedInterface("check")
package org.mentorprep.content.authoring.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
