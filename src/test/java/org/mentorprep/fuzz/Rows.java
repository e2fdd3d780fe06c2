package org.mentorprep.fuzz;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows there are in the tables that requests from outside write to. */
record Rows(Map<String, Integer> counts) {

	/** What whoever was let in leaves behind: at most one row each. */
	private static final List<String> OF_THE_LET_IN = List.of("person", "learner", "context", "resource_link",
			"enrolment", "deep_linking", "web_session");

	private static final List<String> OTHERS = List.of("pending_launch", "refusal", "platform", "deployment", "ledger");

	static Rows count(JdbcClient jdbc) {
		return new Rows(List.of(OF_THE_LET_IN, OTHERS)
			.stream()
			.flatMap(List::stream)
			.collect(Collectors.toMap(Function.identity(), (table) -> count(jdbc, table))));
	}

	static int count(JdbcClient jdbc, String table) {
		return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

	/**
	 * What there may be at most after so many logins, people let in and registrations.
	 */
	Map<String, Integer> bounds(Intruder intruder, Fuzz fuzz, int refusals) {
		Map<String, Integer> more = OF_THE_LET_IN.stream()
			.collect(Collectors.toMap(Function.identity(), (table) -> fuzz.letIn()));
		more.put("pending_launch", intruder.logins());
		more.put("refusal", refusals);
		more.put("platform", fuzz.registered());
		more.put("deployment", fuzz.registered());
		more.put("ledger", fuzz.registered() + intruder.invited());
		return more.entrySet()
			.stream()
			.collect(
					Collectors.toMap(Map.Entry::getKey, (table) -> this.counts.get(table.getKey()) + table.getValue()));
	}

}
