package org.mentorprep.content;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.mentorprep.content.authoring.text.Rendering;

/**
 * Where the shipped pack lies, and how it reads here.
 *
 * @param packs a Spring resource location: {@code classpath:…}, or {@code file:…} for a
 * folder
 * @param variables what the pack leaves open, by name, for example {@code term.mentee}
 */
@ConfigurationProperties("mentorprep.content")
record ContentProperties(@DefaultValue("classpath:packs/mentor-prep") String packs,
		@DefaultValue Map<String, String> variables) {

	Rendering rendering() {
		return new Rendering(null, this.variables);
	}

}
