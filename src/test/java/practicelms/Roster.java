package practicelms;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import practicelms.course.Course;
import practicelms.course.Person;
import practicelms.service.Scope;
import tools.jackson.databind.JsonNode;

/** Asks for the members of the course, as a tool with a token does. */
class Roster {

	static final String CONTAINER = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

	private final String token;

	Roster(String token) {
		this.token = token;
	}

	static Roster open() {
		return new Roster(PracticeFixture.token(Scope.MEMBERS));
	}

	/** Address of the members of the course. */
	static String url() {
		return PracticeFixture.LMS.site().membershipsUrl(Course.ID, 1);
	}

	/**
	 * The list, or a part of it.
	 * @param query with its question mark; empty for all
	 */
	HttpResponse<String> get(String query) {
		return get(url() + query, CONTAINER);
	}

	HttpResponse<String> get(String url, String accept) {
		return PracticeFixture.send(HttpRequest.newBuilder(URI.create(url))
			.header("Accept", accept)
			.header("Authorization", "Bearer " + this.token));
	}

	JsonNode member(Person person, String query) {
		return PracticeFixture.json(get(query))
			.path("members")
			.valueStream()
			.filter((member) -> person.id().equals(member.path("user_id").asString()))
			.findFirst()
			.orElseThrow();
	}

	List<String> ids(String query) {
		return ids(get(query));
	}

	static List<String> ids(HttpResponse<String> page) {
		return PracticeFixture.json(page)
			.path("members")
			.valueStream()
			.map((member) -> member.path("user_id").asString())
			.toList();
	}

	/** Address of the next page; null if this is the last one. */
	static String next(HttpResponse<String> page) {
		return page.headers()
			.firstValue("Link")
			.map((link) -> link.replaceFirst("^<(.*)>; rel=\"next\"$", "$1"))
			.orElse(null);
	}

}
