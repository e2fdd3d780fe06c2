package org.mentorprep;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the tool. What each room does stands in its package-info. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MentorprepApplication {

	public static void main(String[] args) {
		SpringApplication.run(MentorprepApplication.class, args);
	}

}
