package practicelms.course;

import java.io.Serializable;

/**
 * Someone one can be in the practice LMS.
 *
 * @param id user id, the {@code sub} of the id_token
 */
public record Person(String id, String givenName, String familyName, String username,
		Duty duty) implements Serializable {

	public String email() {
		return this.username + "@school.example";
	}

	public String name() {
		return this.givenName + " " + this.familyName;
	}

}
