package org.mentorprep;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import org.mentorprep.author.AuthorCommands;

/**
 * Starts the tool, or only a command for the authors of packs. What each room does stands
 * in its package-info.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MentorprepApplication {

	public static void main(String[] args) {
		if (AuthorCommands.isCommand(args)) {
			System.exit(AuthorCommands.run(args));
		}
		SpringApplication.run(MentorprepApplication.class, args);
	}

}
