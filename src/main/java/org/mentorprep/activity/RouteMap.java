package org.mentorprep.activity;

import java.util.List;

/**
 * All ways through an exercise that branches, for those who look after it: a drawing, and
 * the same in words. Shows keys, so no mentor ever sees it.
 *
 * @param width of the drawing
 * @param height of the drawing
 */
public record RouteMap(int width, int height, List<Stop> stops, List<Way> ways) {

	public RouteMap {
		stops = List.copyOf(stops);
		ways = List.copyOf(ways);
	}

	/**
	 * One decision.
	 *
	 * @param x centre of its box in the drawing
	 * @param y centre of its box in the drawing
	 */
	public record Stop(String id, int x, int y, String asks, List<Option> options) {

		public Stop {
			options = List.copyOf(options);
		}

	}

	/**
	 * One thing to choose.
	 *
	 * @param points credit of 100 within its decision
	 * @param trust how far it moves trust
	 * @param leadsTo ids of stops; more than one where trust decides
	 */
	public record Option(String id, String text, int points, int trust, List<String> leadsTo) {

		public Option {
			leadsTo = List.copyOf(leadsTo);
		}

	}

	/** A line from one stop to another. */
	public record Way(int x1, int y1, int x2, int y2) {
	}

}
