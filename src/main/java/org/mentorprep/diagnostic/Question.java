package org.mentorprep.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.Shuffle;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.classify.Classify;
import org.mentorprep.activity.classify.Classify.ItemClass;
import org.mentorprep.activity.classify.ClassifyStep;
import org.mentorprep.activity.order.OrderStep;
import org.mentorprep.activity.rate.RateStep;
import org.mentorprep.content.Diagnostic.Item;
import org.mentorprep.diagnostic.DiagnosticResult.Answered;

/**
 * One of the questions of a sitting, among others on one form: its fields begin with its
 * number. Steps get their places by a list each, for buttons would send the whole form.
 *
 * @param number from 1
 * @param activity what is asked, its options in the order of this sitting
 * @param asked the state before the answer
 */
record Question(int number, Item item, Activity activity, ActivityState asked) {

	private static final String STEP = "step-";

	static Question of(int number, Item item, long seed) {
		Activity activity = item.question();
		if (item.sort().shuffled()) {
			Classify choice = (Classify) activity;
			activity = new Classify(choice.intro(), choice.ask(),
					Shuffle.of(choice.classes(), ItemClass::id, seed, item.id()), choice.items());
		}
		return new Question(number, item, activity, activity.begin(seed));
	}

	/** What the page shows. */
	public Step step() {
		return this.asked.step().orElseThrow();
	}

	/** The name in the form of a field of this question. */
	public String field(String own) {
		return "q" + this.number + "-" + own;
	}

	/** The first field that is open still, and what is wrong there. */
	Optional<Gap> gap(Answer sent) {
		if (step() instanceof OrderStep order) {
			return gap(order, sent);
		}
		Answer own = sheet().read(own(sent));
		return sheet().lines()
			.stream()
			.filter((line) -> own.first(line.id()).isEmpty())
			.map((line) -> new Gap(this.number, field(line.field()), "diagnostic.open"))
			.findFirst();
	}

	/** What was answered, in the words of the content; only if nothing is open. */
	Sitting.Response given(Answer sent) {
		Answer answer = this.activity.read(this.asked, (step() instanceof OrderStep order)
				? new Answer(Map.of("order", List.of(String.join(" ", places(order, sent).values())))) : own(sent));
		return new Sitting.Response(this.item.id(), answer.values(),
				sent.first(field("sure")).flatMap(Sitting.Confidence::of).orElse(null));
	}

	/** What came of an answer. */
	Answered answered(Sitting.Response given) {
		ActivityState after = this.activity.next(this.asked, given.asAnswer());
		return new Answered(this, given.sure(), after.outcomes().get(0), after.mark().orElseThrow().score());
	}

	private Sheet sheet() {
		return (step() instanceof RateStep rate) ? rate.sheet() : ((ClassifyStep) step()).sheet();
	}

	/** Two steps can't stand in one place. */
	private Optional<Gap> gap(OrderStep order, Answer sent) {
		for (OrderStep.Row row : order.rows()) {
			if (place(order, row, sent) == 0) {
				return Optional.of(new Gap(this.number, field(STEP + row.number()), "diagnostic.open"));
			}
		}
		return (places(order, sent).size() < order.rows().size())
				? Optional.of(new Gap(this.number, field(STEP + "1"), "diagnostic.twice")) : Optional.empty();
	}

	/** The numbers of the steps by the places that they were given. */
	private Map<Integer, String> places(OrderStep order, Answer sent) {
		Map<Integer, String> places = new TreeMap<>();
		order.rows().forEach((row) -> places.put(place(order, row, sent), row.number()));
		return places;
	}

	/** The place that a step was given, from 1; 0 if it was given none. */
	private int place(OrderStep order, OrderStep.Row row, Answer sent) {
		String place = sent.first(field(STEP + row.number())).orElse("");
		return order.rows().stream().map(OrderStep.Row::number).toList().indexOf(place) + 1;
	}

	/** The fields of this question, without its number. */
	private Answer own(Answer sent) {
		Map<String, List<String>> own = new HashMap<>();
		for (Map.Entry<String, List<String>> field : sent.values().entrySet()) {
			if (field.getKey().startsWith(field(""))) {
				own.put(field.getKey().substring(field("").length()), new ArrayList<>(field.getValue()));
			}
		}
		return new Answer(own);
	}

	/**
	 * Something that is open still.
	 *
	 * @param number of the question
	 * @param field to go back to; the element has the id {@code answer-<field>}
	 * @param messageKey what is wrong
	 */
	record Gap(int number, String field, String messageKey) {
	}

}
