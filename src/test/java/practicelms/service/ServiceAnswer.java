package practicelms.service;

import org.jspecify.annotations.Nullable;

/** What a resource answers; an error without a body gets Moodle's JSON body. */
record ServiceAnswer(int status, @Nullable String mediaType, String body, String reason) {

	static ServiceAnswer ok(@Nullable String mediaType, String body) {
		return new ServiceAnswer(200, mediaType, body, "OK");
	}

	/** The answer of the score service to a score that it doesn't take. */
	static ServiceAnswer emptyList(int status, String mediaType) {
		return new ServiceAnswer(status, mediaType, "[]", "");
	}

	static ServiceAnswer error(int status, String reason) {
		return new ServiceAnswer(status, null, "", reason);
	}

}
