package org.mentorprep.activity;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.mentorprep.testing.TinyActivity;

import static org.assertj.core.api.Assertions.assertThat;

/** What an activity does that says nothing else. */
class ActivityTests {

	private final Activity activity = new TinyActivity();

	private final Answer sent = new Answer(Map.of("choice", List.of("good")));

	@Test
	void answerIsReadAsItWasSent() {
		assertThat(this.activity.read(this.activity.begin(1), this.sent)).isEqualTo(this.sent);
	}

	@Test
	void stepHasOneShapeOnly() {
		assertThat(this.activity.changed(this.activity.begin(1), this.sent)).isEmpty();
	}

	@Test
	void nothingHoldsAPassBackAndNothingBranches() {
		assertThat(this.activity.caps()).isEmpty();
		assertThat(this.activity.routes()).isEmpty();
	}

}
