package org.mentorprep.activity.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Step;

/**
 * The page that asks for an order. The form sends the present order with every button:
 * the numbers of the steps as the attempt first showed them, for ids may give the key
 * away.
 *
 * @param start the steps as the attempt first shows them, which gives them their numbers
 * @param rows the steps in the present order
 * @param moved what was moved last; null at the start
 */
public record OrderStep(List<String> intro, String ask, List<Row> start, List<Row> rows,
		@Nullable Moved moved) implements Step {

	/** Moves the step of the field {@code step} straight to that of {@code place}. */
	public static final String STRAIGHT = "straight";

	public OrderStep {
		intro = List.copyOf(intro);
		start = List.copyOf(start);
		rows = List.copyOf(rows);
	}

	@Override
	public String view() {
		return "order";
	}

	/** The present order as the form sends it: numbers of steps, parted by blanks. */
	public String numbers() {
		return this.rows.stream().map(Row::number).collect(Collectors.joining(" "));
	}

	/**
	 * The steps in the order that a form sent; what is no number of a step is left out.
	 */
	List<Row> arranged(Answer sent) {
		List<String> numbers = List.of(sent.first(Order.FIELD).orElse("").split(" "));
		return new LinkedHashSet<>(numbers).stream().flatMap((number) -> row(number).stream()).toList();
	}

	/**
	 * The page after a button that moves a step; as it was if nothing can be moved so.
	 */
	OrderStep changed(Answer sent) {
		List<Row> arranged = arranged(sent);
		OrderStep now = new OrderStep(this.intro, this.ask, this.start,
				(arranged.size() == this.start.size()) ? arranged : this.start, null);
		String[] change = sent.first(Activity.CHANGE).orElse("").split("-", 2);
		String button = change[0];
		if (button.equals(STRAIGHT)) {
			int place = placeIn(sent.first("place").orElse(""));
			return row(sent.first("step").orElse("")).filter((row) -> place >= 0)
				.map((row) -> now.move(row, place, true))
				.orElse(now);
		}
		Optional<Row> row = row((change.length > 1) ? change[1] : "");
		return switch (button) {
			case "up" -> row.map((up) -> now.move(up, now.rows.indexOf(up) - 1, false)).orElse(now);
			case "down" -> row.map((down) -> now.move(down, now.rows.indexOf(down) + 1, false)).orElse(now);
			default -> now;
		};
	}

	private OrderStep move(Row row, int place, boolean straight) {
		int to = Math.max(0, Math.min(place, this.rows.size() - 1));
		List<Row> moved = new ArrayList<>(this.rows);
		moved.remove(row);
		moved.add(to, row);
		return new OrderStep(this.intro, this.ask, this.start, moved, new Moved(row, to + 1, straight));
	}

	private Optional<Row> row(String number) {
		return this.start.stream().filter((row) -> row.number().equals(number)).findFirst();
	}

	/** The place that a field names from 1, counted from 0; -1 if it names none. */
	private int placeIn(String field) {
		for (int place = 0; place < this.start.size(); place++) {
			if (field.equals(String.valueOf(place + 1))) {
				return place;
			}
		}
		return -1;
	}

	/**
	 * One step as it is shown.
	 *
	 * @param number its place at the start, which names it in the form
	 */
	public record Row(String number, String id, String text) {
	}

	/**
	 * What was moved last.
	 *
	 * @param place where it stands now, from 1
	 * @param straight whether it was moved by naming the place, not by an arrow
	 */
	public record Moved(Row row, int place, boolean straight) {
	}

}
