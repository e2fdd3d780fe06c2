package org.mentorprep.attempt;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.content.Pack.DimensionWords;
import org.mentorprep.content.PassRule;
import org.mentorprep.launch.LinkId;

/** Puts a mark into the terms of a mentor: what it shows, what to try next. */
@Component
class Debriefer {

	/** More than that nobody tries next. */
	private static final int MOST_TIPS = 2;

	private final Attempts attempts;

	Debriefer(Attempts attempts) {
		this.attempts = attempts;
	}

	DebriefPage debrief(LinkId link, Worked worked, String thought, boolean thoughtTooLong) {
		Attempt attempt = worked.attempt();
		Mark mark = worked.progress().mark().orElseThrow();
		PassRule rule = this.attempts.rule(attempt.module(), attempt.pack(), mark, worked.exercise().activity());
		List<AttemptResult> tries = this.attempts.judged(attempt.person(), attempt.module(), attempt.task());
		AttemptResult best = AttemptResult.best(tries).orElseThrow();
		return new DebriefPage(worked.head(link), rule.passes(mark, worked.exercise().activity()), mark.points(),
				best.points(), best.attempt().id().equals(attempt.id()), AttemptResult.helpWanted(tries),
				rule.passMark(), rule.floor(), worked.progress(), worked.decisions(), profile(worked, mark, rule),
				tips(worked, mark, rule), worked.exercise().reflection(), thought, thoughtTooLong);
	}

	private static List<DebriefPage.Line> profile(Worked worked, Mark mark, PassRule rule) {
		Set<Dimension> critical = worked.exercise().activity().critical();
		List<Dimension> below = rule.below(mark, critical);
		return mark.dimensions().keySet().stream().sorted().map((dimension) -> {
			int points = mark.points(dimension);
			DebriefPage.Level level = DebriefPage.Level.of(points);
			DimensionWords words = words(worked, dimension);
			String sentence = switch (level) {
				case STRONG -> words.strong();
				case PARTIAL -> words.partial();
				case WEAK -> words.weak();
			};
			return new DebriefPage.Line(words.name(), sentence, level, points, critical.contains(dimension),
					below.contains(dimension));
		}).toList();
	}

	private static DimensionWords words(Worked worked, Dimension dimension) {
		return Optional.ofNullable(worked.pack().dimensions().get(dimension)).orElseThrow();
	}

	/** What went least well comes first, and before all what holds back a pass. */
	private static List<String> tips(Worked worked, Mark mark, PassRule rule) {
		List<Dimension> below = rule.below(mark, worked.exercise().activity().critical());
		Map<Dimension, String> tips = worked.exercise().tips();
		return mark.dimensions()
			.keySet()
			.stream()
			.filter((dimension) -> mark.points(dimension) < 100 && tips.containsKey(dimension))
			.sorted(Comparator.comparing((Dimension dimension) -> !below.contains(dimension))
				.thenComparing(mark::points)
				.thenComparing(Comparator.naturalOrder()))
			.limit(MOST_TIPS)
			.map(tips::get)
			.toList();
	}

}
