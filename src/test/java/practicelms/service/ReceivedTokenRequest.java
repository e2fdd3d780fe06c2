package practicelms.service;

import java.util.Map;

/**
 * A request for an access token as it came, whatever became of it.
 *
 * @param form the form's fields, with the client assertion
 * @param status what the LMS answered
 */
public record ReceivedTokenRequest(Map<String, String> form, int status) {
}
