package org.mentorprep.activity.rewrite;

/** One thing to look for in a text. */
public record Criterion(String id, String text) {
}
