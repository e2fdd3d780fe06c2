package org.mentorprep.launch.door.cookie;

import java.net.URI;

/**
 * What the pages around the check of cookies need.
 *
 * @param login the same login once more, on our side of the door
 */
public record LoginAgainPage(URI login) {
}
