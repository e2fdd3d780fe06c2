package org.mentorprep.launch;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.lti.message.Roles;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers are those of the project's list of conformance cases. */
class CourseRoleTests {

	private static final String LIS = "http://purl.imsglobal.org/vocab/lis/v2/";

	@ParameterizedTest(name = "{0}: {1} is {2}")
	@CsvSource({ "1, membership#Learner, LEARNER", "2, membership#Instructor, STAFF",
			"3, membership#Administrator, STAFF", "91, Learner, LEARNER", "91, Instructor, STAFF", "89, '', OBSERVER",
			"92, membership/unknown#Helper, OBSERVER", "93, membership#Learner membership#Instructor, STAFF",
			"94, institution/person#Instructor membership#Learner, LEARNER",
			"94, institution/person#Instructor, OBSERVER", "95, institution/person#Administrator, OBSERVER",
			"95, system/person#Administrator, OBSERVER", "95, system/person#Administrator membership#Learner, LEARNER",
			"96, membership#Mentor, OBSERVER", "97, membership/Instructor#TeachingAssistant, OBSERVER",
			"97, membership/Instructor#TeachingAssistant membership#Instructor, STAFF",
			"97, membership/Learner#NonCreditLearner, OBSERVER", "96, membership#Learners, OBSERVER" })
	void roleIsReadByItsWholeName(int number, String names, CourseRole role) {
		Roles roles = new Roles(Arrays.stream(names.split(" "))
			.map((name) -> name.contains("#") ? LIS + name : name)
			.collect(Collectors.toSet()));
		assertThat(CourseRole.of(roles)).isEqualTo(role);
	}

}
