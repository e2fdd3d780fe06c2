package org.mentorprep.platform.registry;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the platforms file lies: {@code mentorprep.platforms-file}. */
@ConfigurationProperties("mentorprep")
record PlatformsFileProperties(@Nullable Path platformsFile) {
}
