package org.mentorprep.launch;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.lti.message.Roles;
import org.mentorprep.platform.RoleMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers are those of the project's list of conformance cases. */
class CourseRoleTests {

	private static final String LIS = "http://purl.imsglobal.org/vocab/lis/v2/";

	@ParameterizedTest(name = "{0}: {1} is {2}", quoteTextArguments = false)
	@CsvSource({ "case 93, membership#Learner, LEARNER", "case 93, membership#Instructor, STAFF",
			"case 93, membership#Administrator, STAFF", "case 91, Learner, LEARNER", "case 91, Instructor, STAFF",
			"case 89, '', OBSERVER", "case X15, membership#Instructor, STAFF",
			"case 92, membership/unknown#Helper, OBSERVER", "case 93, membership#Learner membership#Instructor, STAFF",
			"case 94, institution/person#Instructor membership#Learner, LEARNER",
			"case 94, institution/person#Instructor, OBSERVER", "case 95, institution/person#Administrator, OBSERVER",
			"case 95, system/person#Administrator, OBSERVER",
			"case 95, system/person#Administrator membership#Learner, LEARNER", "case 96, membership#Mentor, OBSERVER",
			"case 97, membership/Instructor#TeachingAssistant, OBSERVER",
			"case 97, membership/Instructor#TeachingAssistant membership#Instructor, STAFF",
			"case 97, membership/Learner#NonCreditLearner, OBSERVER", "case 96, membership#Learners, OBSERVER",
			"F11, institution/person#Student, LEARNER", "F11, institution/person#Learner, LEARNER",
			"F11, institution/person#Student membership#Instructor, STAFF",
			"F11, institution/person#Student membership#Mentor, OBSERVER",
			"F11, institution/person#Student institution/person#Instructor, LEARNER",
			"F11, system/person#User, OBSERVER", "F11, membership#ContentDeveloper, OBSERVER" })
	void roleIsReadByItsWholeName(String number, String names, CourseRole role) {
		Roles roles = new Roles(Arrays.stream(names.split(" "))
			.map((name) -> name.contains("#") ? LIS + name : name)
			.collect(Collectors.toSet()));
		assertThat(CourseRole.of(RoleMapping.DEFAULT.rights(roles))).isEqualTo(role);
	}

}
