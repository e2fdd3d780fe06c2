package org.mentorprep.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.fuzz.Wire.Answer;

/** Attacks the running tool, one by one, and writes down whatever should not be. */
final class Fuzz {

	private static final int GEN_SIZE = 1_000;

	private static final int MOST_FAILURES = 20;

	private static final Pattern REFERENCE = Pattern.compile("\\b[2-9A-Z]{4}-[2-9A-Z]{4}\\b");

	private final Intruder intruder;

	private final JdbcClient jdbc;

	/** Whether the tool turns many away at its doors. */
	private final boolean limited;

	private final List<String> failures = new ArrayList<>();

	private int letIn;

	private int registered;

	Fuzz(Intruder intruder, JdbcClient jdbc, boolean limited) {
		this.intruder = intruder;
		this.jdbc = jdbc;
		this.limited = limited;
	}

	/**
	 * Each attack has a seed of its own, so that it can be repeated alone.
	 * @param first seed of the first attack
	 */
	List<String> attack(long first, int number) {
		JqwikSession.run(() -> {
			RandomGenerator<Attack> attacks = Attack.all().generator(GEN_SIZE);
			try (LogWatch log = LogWatch.begin()) {
				for (long seed = first; seed < first + number && this.failures.size() < MOST_FAILURES; seed++) {
					Attack attack = attacks.next(new Random(seed)).value();
					List<String> wrong = attack(attack, log);
					if (!wrong.isEmpty()) {
						this.failures.add("-Dfuzz.seed=" + seed + " " + attack + ": " + wrong);
					}
				}
			}
		});
		return this.failures;
	}

	int letIn() {
		return this.letIn;
	}

	int registered() {
		return this.registered;
	}

	private List<String> attack(Attack attack, LogWatch log) {
		int sessions = Rows.count(this.jdbc, "web_session");
		int platforms = Rows.count(this.jdbc, "platform");
		Knock knock = this.intruder.good(attack.door());
		attack.mutations().forEach((mutation) -> mutation.change().accept(knock));
		Answer answer = this.intruder.send(knock);
		int opened = Rows.count(this.jdbc, "web_session") - sessions;
		int added = Rows.count(this.jdbc, "platform") - platforms;
		this.letIn += opened;
		this.registered += added;
		return Stream.of(passage(attack, opened, added), answer(answer, knock), log(log, knock))
			.flatMap(List::stream)
			.toList();
	}

	/** Who got in, and who did not. */
	private List<String> passage(Attack attack, int opened, int added) {
		boolean registers = attack.door() == Attack.Door.REGISTRATION;
		int most = (attack.isSpoilt() || attack.door() == Attack.Door.LOGIN) ? 0 : 1;
		int least = (attack.isGood() && !this.limited) ? most : 0;
		List<String> wrong = new ArrayList<>();
		if (opened > (registers ? 0 : most) || (!registers && opened < least)) {
			wrong.add(opened + " sessions");
		}
		if (added > (registers ? most : 0) || (registers && added < least)) {
			wrong.add(added + " platforms");
		}
		return wrong;
	}

	private List<String> answer(Answer answer, Knock knock) {
		List<String> wrong = new ArrayList<>();
		if (answer.status() >= 500) {
			wrong.add("status " + answer.status());
		}
		boolean ours = !answer.isOfTheServer() && !knock.method.equals("TRACE");
		if (ours && answer.values("Content-Security-Policy").count() != 1) {
			wrong.add("no policy in " + answer);
		}
		if (ours && answer.status() >= 400 && answer.status() != 429 && !knock.method.equals("HEAD")
				&& !REFERENCE.matcher(answer.body()).find()) {
			wrong.add("no reference in " + answer);
		}
		if (secrets(knock).anyMatch(answer.body()::contains)) {
			wrong.add("a secret in the page");
		}
		if (answer.headers().stream().anyMatch((line) -> line.startsWith("X:") || line.startsWith("Set-Cookie: a="))) {
			wrong.add("a header of somebody else's: " + answer.headers());
		}
		return wrong;
	}

	private static List<String> log(LogWatch log, Knock knock) {
		return log.news()
			.stream()
			.filter((line) -> line.startsWith("ERROR") || line.toLowerCase().contains(Nasty.CANARY)
					|| secrets(knock).anyMatch(line::contains))
			.map((line) -> "logged " + line.substring(0, Math.min(line.length(), 1_500)))
			.toList();
	}

	/** What must be neither shown nor logged. */
	private static Stream<String> secrets(Knock knock) {
		Stream<String> fields = knock.fields()
			.stream()
			.filter((field) -> field.name().equals("state") || field.name().equals("invitation"))
			.map(Knock.Field::text);
		return Stream.of(fields, knock.cookies.values().stream(), Stream.of(knock.serialized()))
			.flatMap((secrets) -> secrets)
			.filter((secret) -> secret.length() > 40);
	}

}
