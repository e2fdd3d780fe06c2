package org.mentorprep;

import java.util.ServiceLoader;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the tool, or only a command for the authors of packs. What each package is for
 * stands in its package-info.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MentorprepApplication {

	public static void main(String[] args) {
		for (ConsoleCommand command : ServiceLoader.load(ConsoleCommand.class)) {
			if (command.isMeant(args)) {
				System.exit(command.run(args));
			}
		}
		SpringApplication.run(MentorprepApplication.class, args);
	}

}
