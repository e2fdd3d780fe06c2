package practicelms.service;

import java.util.Map;

/**
 * A score request as it came, whatever became of it.
 *
 * @param headers names in lower case
 * @param status what the LMS answered
 */
public record ReceivedScore(String path, Map<String, String> headers, String body, int status) {

	public String contentType() {
		return this.headers.getOrDefault("content-type", "");
	}

}
