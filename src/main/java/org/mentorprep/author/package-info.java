/**
 * What authors do at the command line: check packs, and have their keys reviewed by a
 * panel. In: folders, zip files, answers. Out: reports for people or for programs,
 * sheets, and an exit status. Must stay true: it needs no database, no web server and no
 * Spring context, and no other package uses it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "yaml", "pack", "pack::kind", "content", "activity", "activity::dialogue",
		"activity::rate", "activity::classify", "activity::order", "activity::highlight", "activity::rewrite" })
package org.mentorprep.author;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
