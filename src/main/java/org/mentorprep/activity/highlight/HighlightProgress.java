package org.mentorprep.activity.highlight;

import java.util.List;
import java.util.Optional;

import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Progress;
import org.mentorprep.activity.Step;

/** How far someone has come with a transcript: marked, or not yet. */
record HighlightProgress(List<Outcome> outcomes, Optional<Step> step, Optional<Mark> mark) implements Progress {
}
