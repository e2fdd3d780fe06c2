package org.mentorprep.content;

import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.mentorprep.content.authoring.text.Rendering;

/**
 * Where packs lie, and how they read here.
 *
 * @param packs Spring resource locations: {@code classpath:…}, or {@code file:…} for a
 * folder; a tool that has none yet begins with the first
 * @param variables what the pack leaves open, by name, for example {@code term.mentee}
 */
@ConfigurationProperties("mentorprep.content")
public record ContentProperties(@DefaultValue("classpath:packs/mentor-prep") List<String> packs,
		@DefaultValue Map<String, String> variables) {

	public Rendering rendering() {
		return new Rendering(null, this.variables);
	}

}
