package org.mentorprep.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Shuffle;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.Diagnostic.Item;
import org.mentorprep.content.Diagnostic.Sort;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.diagnostic.DiagnosticForm.Questions;
import org.mentorprep.launch.PersonId;

/**
 * What was handed in, as it is kept.
 *
 * @param number from 1, for each person and module
 * @param given in the order of the page
 * @param known whether it made the reading optional
 */
record Sitting(int number, PackVersionId pack, long seed, List<Response> given, boolean known) {

	/**
	 * So many are asked of one person in one module: by then every question came often.
	 */
	static final int MOST = 20;

	Sitting {
		given = List.copyOf(given);
	}

	/**
	 * Says what is drawn in a sitting: opening its form again, or in two tabs, shows the
	 * same questions without anything being kept of it.
	 */
	static long seed(PersonId person, ModuleId module, int number) {
		String name = person + " " + module + " " + number;
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
	}

	List<String> items() {
		return this.given.stream().map(Response::item).toList();
	}

	/**
	 * What came of it.
	 * @param diagnostic of the version on which it was answered
	 */
	DiagnosticResult result(Diagnostic diagnostic) {
		return Questions.of(diagnostic.items(items()), this.seed).result(this.given);
	}

	/**
	 * How sure somebody is of an answer, if they say so. Never changes what comes of it;
	 * what one was sure of and was not so is shown first.
	 */
	enum Confidence {

		UNSURE, FAIRLY, SURE;

		/** The one that a form names; empty if it names none. */
		static Optional<Confidence> of(String id) {
			return Arrays.stream(values()).filter((one) -> one.id().equals(id)).findFirst();
		}

		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Draws the items of a sitting by its seed: some of each sort, and none a second time
	 * before all of its sort were seen.
	 */
	final static class Draw {

		private Draw() {
		}

		/**
		 * @param seen ids of the items of earlier sittings, as often as they were seen
		 */
		static List<Item> of(Diagnostic diagnostic, List<String> seen, long seed) {
			List<Item> drawn = new ArrayList<>();
			for (Sort sort : Sort.values()) {
				Shuffle.of(diagnostic.of(sort), Item::id, seed, "draw " + sort)
					.stream()
					.sorted(Comparator.comparing((item) -> Collections.frequency(seen, item.id())))
					.limit(sort.drawn())
					.forEach(drawn::add);
			}
			return drawn;
		}

	}

	/**
	 * The sitting that comes next for somebody: nothing of it is kept before it is handed
	 * in.
	 */
	record Next(int number, long seed, Questions questions) {

		/** The one of a person that comes after some others. */
		static Next of(PersonId person, ModuleId module, Diagnostic diagnostic, List<Sitting> before) {
			int number = before.size() + 1;
			long seed = Sitting.seed(person, module, number);
			List<String> seen = before.stream().flatMap((sitting) -> sitting.items().stream()).toList();
			return new Next(number, seed, Questions.of(Draw.of(diagnostic, seen, seed), seed));
		}

		/** The sitting once it is answered; only if nothing is open. */
		Sitting answered(PackVersionId pack, Answer sent) {
			List<Response> given = this.questions.given(sent);
			return new Sitting(this.number, pack, this.seed, given, this.questions.result(given).known());
		}

	}

	/**
	 * What somebody answered to one item, in the words of the content.
	 *
	 * @param item its id
	 * @param answer by the fields of the question
	 * @param sure absent if they didn't say
	 */
	record Response(String item, Map<String, List<String>> answer, @Nullable Confidence sure) {

		Response {
			answer = Map.copyOf(answer);
		}

		Answer asAnswer() {
			return new Answer(this.answer);
		}

	}

}
