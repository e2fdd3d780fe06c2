package org.mentorprep;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.launch.PersonId;
import org.mentorprep.progress.Progress;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the SQL statements of each request that mentors, staff and LMSs make most, the
 * session included, and holds them within a budget. What was measured, and the statements
 * themselves, are in {@code target/statements.md} afterwards. A budget is only lowered.
 */
@IntegrationTest
class StatementBudgetTests extends LaunchFixture {

	private static final Path REPORT = Path.of("target/statements.md");

	/** The most statements that a request may execute. */
	private static final Map<String, Integer> BUDGET = Map.ofEntries(Map.entry("login", 3),
			Map.entry("launch, first", 19), Map.entry("launch, again", 15), Map.entry("home", 6),
			Map.entry("module page", 7), Map.entry("reading page", 2), Map.entry("begin attempt", 11),
			Map.entry("answer", 5), Map.entry("last answer", 15), Map.entry("debrief", 4),
			Map.entry("course grades, 3 learners", 6), Map.entry("course grades, 30 learners", 6),
			Map.entry("mentor's page for staff", 6));

	@Autowired
	private Progress progress;

	private final Map<String, List<String>> measured = new LinkedHashMap<>();

	@Test
	void everyRequestStaysWithinItsBudget() throws IOException {
		String link = comeIn();
		String attempt = read(link);
		work(attempt);
		teach(link);
		Files.writeString(REPORT, report());
		assertThat(this.measured.keySet()).as("requests that were measured").isEqualTo(BUDGET.keySet());
		assertThat(sizes()).as("requests over their budget; see " + REPORT)
			.allSatisfy((request, size) -> assertThat(size).as(request).isLessThanOrEqualTo(BUDGET.get(request)));
	}

	/** The path of the link that a mentor came by, twice. */
	private String comeIn() {
		anotherBrowser().login(this.platform);
		Login first = measure("login", () -> this.browser.login(this.platform));
		measure("launch, first", () -> launch(this.browser, first, "user-1", "Learner"));
		Login second = this.browser.login(this.platform);
		return location(measure("launch, again", () -> launch(this.browser, second, "user-1", "Learner")));
	}

	/** The path of an attempt that has begun. */
	private String read(String link) {
		String modulePath = link + "/modules/judgementoring";
		open("home", link);
		Document module = open("module page", modulePath);
		open("reading page", module.select("a[href*=/pages/]").first().attr("href"));
		Element form = module.select("form[action$=/attempts]").first();
		Map<String, String> fields = hidden(form);
		return location(measure("begin attempt", () -> this.browser.post(form.attr("action"), fields)));
	}

	/** Answers step by step until none is due: the one in the middle, and the last. */
	private void work(String attempt) {
		List<List<String>> answers = new ArrayList<>();
		for (String step = due(attempt); step.contains("/answers/"); step = due(attempt)) {
			String due = step;
			Map<String, String> fields = answer(page(due));
			answers.add(statements(() -> this.browser.post(due, fields)));
		}
		this.measured.put("answer", answers.get(answers.size() / 2));
		this.measured.put("last answer", answers.get(answers.size() - 1));
		open("debrief", attempt + "/debrief");
	}

	/** Every learner of the course tried a task so often that help may be wanted. */
	private void teach(String link) {
		launch(this.browser, this.browser.login(this.platform), "staff-1", "Instructor");
		String course = link.replace("/links/", "/course/");
		tryOften("user-1");
		enrol(2, 3);
		open("course grades, 3 learners", course + "/grades");
		enrol(4, 30);
		open("course grades, 30 learners", course + "/grades");
		UUID learner = this.jdbc.sql("SELECT id FROM learner WHERE platform = ? AND sub = 'user-1'")
			.param(this.platform.id().value())
			.query(UUID.class)
			.single();
		open("mentor's page for staff", course + "/mentors/" + learner);
	}

	private void enrol(int first, int last) {
		for (int number = first; number <= last; number++) {
			TestBrowser mentor = anotherBrowser();
			launch(mentor, mentor.login(this.platform), "user-" + number, "Learner");
			tryOften("user-" + number);
		}
	}

	/** As the first mentor did, four times more, counted as if it had been done here. */
	private void tryOften(String sub) {
		for (int again = 0; again < 4; again++) {
			this.jdbc
				.sql("""
						INSERT INTO attempt (id, person, pack, module, task, exercise, seed, practice, begun_at,
						finished_at, mark)
						SELECT CAST(:id AS uuid), l.person, a.pack, a.module, a.task, a.exercise, a.seed, a.practice, a.begun_at,
						a.finished_at, a.mark FROM learner l, learner one, attempt a
						WHERE l.platform = :platform AND l.sub = :sub AND one.platform = :platform AND one.sub = 'user-1'
						AND a.id = (SELECT b.id FROM attempt b WHERE b.person = one.person
						ORDER BY b.begun_at FETCH FIRST 1 ROW ONLY)""")
				.param("id", UUID.randomUUID().toString())
				.param("platform", this.platform.id().value())
				.param("sub", sub)
				.update();
		}
		this.progress.rebuild(new PersonId(this.jdbc.sql("SELECT person FROM learner WHERE platform = ? AND sub = ?")
			.params(this.platform.id().value(), sub)
			.query(UUID.class)
			.single()));
	}

	/** Launches of a link for a whole programme, with a column in the gradebook. */
	private HttpResponse<String> launch(TestBrowser somebody, Login login, String sub, String role) {
		IdToken token = login.token().of(sub, "link-1", role);
		token.claims.put(TestPlatform.LTI + "custom", Map.of("programme", "mentor-preparation"));
		return somebody.launch(login, token);
	}

	/** Opens a page twice: what is read once and kept is no cost of the request. */
	private Document open(String request, String path) {
		page(path);
		return measure(request, () -> page(path));
	}

	private <T> T measure(String request, Supplier<T> work) {
		AtomicReference<T> result = new AtomicReference<>();
		this.measured.put(request, statements(() -> result.set(work.get())));
		return result.get();
	}

	private static List<String> statements(Runnable work) {
		return SqlCount.during(work);
	}

	private Document page(String path) {
		HttpResponse<String> response = this.browser.get(path);
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return Jsoup.parse(response.body());
	}

	private String due(String attempt) {
		return location(this.browser.get(attempt)).replaceAll("[?#].*", "");
	}

	/** The form of a step as a browser sends it, with the first option chosen. */
	private static Map<String, String> answer(Document step) {
		Map<String, String> fields = hidden(step.select("form[action*=/answers/]").first());
		step.select("input[name=choice]")
			.stream()
			.findFirst()
			.ifPresent((option) -> fields.put("choice", option.val()));
		return fields;
	}

	private static Map<String, String> hidden(Element form) {
		return form.select("input[type=hidden]")
			.stream()
			.collect(Collectors.toMap((input) -> input.attr("name"), Element::val, (one, other) -> other,
					LinkedHashMap::new));
	}

	private String location(HttpResponse<String> redirect) {
		return redirect.headers().firstValue("Location").orElseThrow().replace(this.toolUrl.base().toString(), "");
	}

	private Map<String, Integer> sizes() {
		return this.measured.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().size(), (one, other) -> other,
					LinkedHashMap::new));
	}

	private String report() {
		StringBuilder report = new StringBuilder("# SQL statements per request\n\n| request | statements | budget |\n");
		report.append("|---|---:|---:|\n");
		sizes().forEach((request, size) -> report
			.append("| %s | %d | %d |%n".formatted(request, size, BUDGET.getOrDefault(request, 0))));
		this.measured.forEach((request, statements) -> {
			report.append("%n## %s%n%n".formatted(request));
			statements.forEach((sql) -> report.append("- `%s`%n".formatted(sql.strip().replaceAll("\\s+", " "))));
		});
		return report.toString();
	}

}
