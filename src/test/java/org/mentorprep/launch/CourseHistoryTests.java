package org.mentorprep.launch;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.launch.Courses.CourseHistory;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code $Context.id.history} says. */
class CourseHistoryTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2|[2]", "3,2|[3, 2]", "' 3 , 2 '|[3, 2]", "a%2Cb,c|[a,b, c]", ",|[]",
			"%zz,2|[2]", "a%00,2|[2]" })
	void listsIdsFromTheLatestOn(String custom, String ids) {
		assertThat(CourseHistory.of(custom).latestFirst()).hasToString(ids);
	}

	@Test
	void isEmptyWithoutAValue() {
		assertThat(CourseHistory.of(null).latestFirst()).isEmpty();
	}

	@Test
	void leavesOutAnIdThatMayBeCutOff() {
		assertThat(CourseHistory.of("1".repeat(100) + "," + "2".repeat(154)).latestFirst())
			.containsExactly("1".repeat(100));
	}

	@Test
	void goesBackTenCourses() {
		String custom = String.join(",", IntStream.range(0, 50).mapToObj(String::valueOf).toList());
		assertThat(CourseHistory.of(custom).latestFirst()).hasSize(10);
	}

}
