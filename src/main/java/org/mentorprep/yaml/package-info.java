/**
 * YAML files read as data. In: files as people write them. Out: a tree that knows the
 * line of each place, and problems with file, line and a plain sentence. Must stay true:
 * no tag, alias or depth can make what is read more than data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.mentorprep.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
