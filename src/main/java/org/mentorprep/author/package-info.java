/**
 * The commands of authors: check packs, and have keys reviewed by a panel. In: folders,
 * zip files, answers. Out: reports for people or for programs, sheets, and an exit
 * status. Must stay true: it needs no database, no web server and no Spring context, and
 * only the main class uses it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "yaml", "pack", "pack::kind", "content", "activity" })
package org.mentorprep.author;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
