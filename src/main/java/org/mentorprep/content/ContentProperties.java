package org.mentorprep.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the shipped pack lies.
 *
 * @param packs a Spring resource location: {@code classpath:…}, or {@code file:…} for a
 * folder
 */
@ConfigurationProperties("mentorprep.content")
record ContentProperties(@DefaultValue("classpath:packs/mentor-prep") String packs) {
}
