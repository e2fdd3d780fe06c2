package org.mentorprep.testing;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jsoup.nodes.Element;

import org.mentorprep.testing.FormBrowser.Page;

import practicelms.PracticeLms;
import practicelms.course.Activity;
import practicelms.course.Person;

/**
 * A mentor who launches from the practice LMS and works tasks one after the other, faster
 * than any mentor would, and remembers every answer that the tool acknowledged.
 */
public final class TypingMentor {

	private final PracticeLms lms;

	private final Activity activity;

	private final Person person;

	private final Random random;

	private final List<Acknowledged> acknowledged = new CopyOnWriteArrayList<>();

	private FormBrowser browser = new FormBrowser();

	private Page module;

	/** An answer that the tool showed the reply to, and what had been said. */
	public record Acknowledged(URI page, String said) {
	}

	/**
	 * @param seed decides what is chosen
	 */
	public TypingMentor(PracticeLms lms, Activity activity, Person person, long seed) {
		this.lms = lms;
		this.activity = activity;
		this.person = person;
		this.random = new Random(seed);
	}

	public List<Acknowledged> acknowledged() {
		return List.copyOf(this.acknowledged);
	}

	public Person person() {
		return this.person;
	}

	/** The first page of the activity, as it was seen last. */
	public Page module() {
		return this.module;
	}

	/** Opens the first page of the activity once more, without the LMS. */
	public Page looksAgain() {
		this.module = this.browser.open(this.module.uri());
		return this.module;
	}

	/** Opens the activity in the LMS, in a new browser. */
	public TypingMentor launches() {
		this.browser = new FormBrowser();
		this.browser.post(URI.create(this.lms.baseUrl() + "/be"), Map.of("person", this.person.id()));
		Page toTool = this.browser.open(URI.create(this.lms.baseUrl() + "/launch.php?id=" + this.activity.cmid()));
		Page backToTool = this.browser.submit(toTool, "#self-submitting", Map.of());
		this.module = this.browser.submit(backToTool, "#self-submitting", Map.of());
		return this;
	}

	/**
	 * Carries on with a task, or begins one, and goes on to its debrief.
	 */
	public void worksOneTask() {
		Page page = begins();
		while (!isDebrief(page)) {
			page = page.has("form.task") ? answers(page) : this.browser.follow(page, "a.btn-primary");
		}
		this.module = this.browser.follow(page, ".crumbs a");
	}

	/** Begins a task, or carries on with one, and goes away after one answer. */
	public void answersOnce() {
		Page page = begins();
		answers(page.has("form.task") ? page : this.browser.follow(page, "a.btn-primary"));
	}

	/** Reads nothing again before another try, as somebody in a hurry. */
	private Page begins() {
		Page page = comesToATask();
		String straight = "form:has(input[name=straight])";
		return page.has(straight) ? this.browser.submit(page, straight, Map.of()) : page;
	}

	/**
	 * By the button, by 'Carry on' or, once the module is completed, from the debrief.
	 */
	private Page comesToATask() {
		String begin = "form[action$=/attempts]";
		if (this.module.has(".panel-carry a.btn-primary")) {
			return this.browser.follow(this.module, ".panel-carry a.btn-primary");
		}
		if (this.module.has(begin)) {
			return this.browser.submit(this.module, begin, Map.of());
		}
		Page page = this.browser.follow(this.module, "main a[href*=/attempts/]");
		return isDebrief(page) ? this.browser.submit(page, begin, Map.of()) : page;
	}

	private static boolean isDebrief(Page page) {
		return page.uri().getPath().endsWith("/debrief");
	}

	/** What the tool shows now for an answer that it acknowledged once. */
	public String saidAccordingToTheTool(Acknowledged answer) {
		return said(this.browser.open(answer.page()));
	}

	private Page answers(Page step) {
		Map<String, String> fields = new HashMap<>();
		step.document()
			.select("form.task textarea")
			.forEach((field) -> fields.put(field.attr("name"), "Which bit? ".repeat(20)));
		List<String> questions = step.document().select("form.task input[type=radio]").eachAttr("name");
		for (String question : new LinkedHashSet<>(questions)) {
			List<String> options = step.document().select("input[name=" + question + "]").eachAttr("value");
			fields.put(question, options.get(this.random.nextInt(options.size())));
		}
		String line = step.document().select("form.task input[type=checkbox]").attr("name");
		if (!line.isEmpty()) {
			fields.put(line, "on");
			fields.put(line.replace("line", "kind"), "1");
		}
		Page next = this.browser.submit(step, "form.task", fields);
		if (next.has("#reply")) {
			this.acknowledged.add(new Acknowledged(next.uri(), said(next)));
		}
		return next;
	}

	private static String said(Page reply) {
		Element said = reply.document().selectFirst(".speech-own, main .facts, main ol, main table");
		return (said != null) ? said.text() : "nothing (" + reply.status() + ")";
	}

}
