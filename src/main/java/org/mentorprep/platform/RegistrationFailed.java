package org.mentorprep.platform;

/**
 * An LMS wanted to register itself and was refused. Nothing in it is personal or secret.
 *
 * @param reference what the page showed and people may quote
 * @param fault the kind, in one word of the code
 * @param messageKey key of the words that were shown; {@code .title} follows it
 * @param cause for whoever runs the tool; of what the LMS wrote it holds nothing
 */
public record RegistrationFailed(String reference, String fault, String messageKey, String cause) {
}
