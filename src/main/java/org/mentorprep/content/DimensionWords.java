package org.mentorprep.content;

/**
 * What a dimension is called, and one sentence a level for the profile in the debrief.
 *
 * @param strong said from 75 points on
 * @param partial said from 40 points on
 * @param weak said below
 */
public record DimensionWords(String name, String strong, String partial, String weak) {
}
