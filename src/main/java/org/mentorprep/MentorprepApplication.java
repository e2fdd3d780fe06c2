package org.mentorprep;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import org.mentorprep.content.authoring.command.PackChecker;

/**
 * Starts the tool, or only checks packs for their authors. What each room does stands in
 * its package-info.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MentorprepApplication {

	public static void main(String[] args) {
		if (PackChecker.isAsked(args)) {
			System.exit(PackChecker.run(args));
		}
		SpringApplication.run(MentorprepApplication.class, args);
	}

}
