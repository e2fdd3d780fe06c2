/**
 * What authors do at the command line: check packs, and have their keys reviewed by a
 * panel. In: folders, zip files, answers. Out: reports for people or for programs,
 * sheets, and an exit status. Must stay true: it needs no database, no web server and no
 * Spring context, so that authors can run it anywhere.
 */
@NullMarked
@NamedInterface("check")
package org.mentorprep.content.authoring.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
