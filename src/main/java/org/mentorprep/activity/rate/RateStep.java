package org.mentorprep.activity.rate;

import java.util.List;

import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.Step;

/** The page that asks for all ratings. */
public record RateStep(List<String> situation, String ask, Sheet sheet) implements Step {

	public RateStep {
		situation = List.copyOf(situation);
	}

	@Override
	public String view() {
		return "rate";
	}

}
