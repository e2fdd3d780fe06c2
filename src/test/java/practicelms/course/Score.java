package practicelms.course;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A score that a tool sent, after its form was checked.
 *
 * @param given absent if the message had none, or if it wasn't fully graded
 * @param comment absent if missing or empty
 */
public record Score(String userId, @Nullable Double given, double maximum, @Nullable String comment,
		Instant timestamp) {
}
