package org.mentorprep.benchmark;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import org.mentorprep.benchmark.LoadUser.Answer;

/** A mentor launches, reads one page, and holds the conversation to its debrief. */
final class MentorJourney {

	private final LoadUser user;

	private final BiConsumer<String, Long> clock;

	/**
	 * @param clock is told how many microseconds each step took, by its name
	 */
	MentorJourney(LoadUser user, BiConsumer<String, Long> clock) {
		this.user = user;
		this.clock = clock;
	}

	void make(String sub) {
		Answer landing = timed("launch", () -> this.user.launch(sub, "Learner"));
		String path = landing.path().replaceAll("[?#].*", "");
		String module = path + (path.contains("/modules/") ? "" : "/modules/judgementoring");
		Document page = parsed(timed("module page", () -> this.user.get(module)));
		String reading = page.select("a[href*=/pages/]").first().attr("href");
		timed("reading page", () -> this.user.get(reading));
		Element form = page.select("form[action$=/attempts]").first();
		Answer at = timed("begin", () -> this.user.post(form.attr("action"), hidden(form)));
		while (!at.path().contains("/debrief")) {
			at = goOn(at);
		}
	}

	private Answer goOn(Answer at) {
		Document page = parsed(at);
		Element form = page.selectFirst("form.task");
		if (form == null) {
			String next = page.selectFirst("a.btn-primary").attr("href");
			return timed(next.contains("/debrief") ? "debrief" : "next step", () -> this.user.get(next));
		}
		return timed("answer and reply", () -> this.user.post(form.attr("action"), filled(form)));
	}

	private static Map<String, String> filled(Element form) {
		Map<String, String> fields = hidden(form);
		form.select("textarea").forEach((field) -> fields.put(field.attr("name"), "Which bit? ".repeat(5)));
		List<String> questions = form.select("input[type=radio]").eachAttr("name");
		for (String question : new LinkedHashSet<>(questions)) {
			fields.put(question, form.select("input[name=" + question + "]").first().val());
		}
		return fields;
	}

	private static Map<String, String> hidden(Element form) {
		Map<String, String> fields = new HashMap<>();
		form.select("input[type=hidden]").forEach((field) -> fields.put(field.attr("name"), field.val()));
		return fields;
	}

	private Answer timed(String step, Supplier<Answer> work) {
		long begun = System.nanoTime();
		Answer answer = work.get();
		this.clock.accept(step, (System.nanoTime() - begun) / 1000);
		return answer;
	}

	private static Document parsed(Answer answer) {
		return Jsoup.parse(answer.body());
	}

}
