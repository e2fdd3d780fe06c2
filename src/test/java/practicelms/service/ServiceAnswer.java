package practicelms.service;

import org.jspecify.annotations.Nullable;

/**
 * What a resource answers; an error without a body gets Moodle's JSON body.
 *
 * @param next address of the next page; absent on the last one
 */
public record ServiceAnswer(int status, @Nullable String mediaType, String body, String reason, @Nullable String next) {

	ServiceAnswer(int status, @Nullable String mediaType, String body, String reason) {
		this(status, mediaType, body, reason, null);
	}

	static ServiceAnswer ok(@Nullable String mediaType, String body) {
		return new ServiceAnswer(200, mediaType, body, "OK");
	}

	public static ServiceAnswer page(String mediaType, String body, @Nullable String next) {
		return new ServiceAnswer(200, mediaType, body, "OK", next);
	}

	/** The answer of the score service to a score that it doesn't take. */
	static ServiceAnswer emptyList(int status, String mediaType) {
		return new ServiceAnswer(status, mediaType, "[]", "");
	}

	static ServiceAnswer error(int status, String reason) {
		return new ServiceAnswer(status, null, "", reason);
	}

}
