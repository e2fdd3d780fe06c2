package org.mentorprep.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.mentorprep.benchmark.Load.Result;
import org.mentorprep.benchmark.LoadUser.Answer;

/**
 * One jar on one empty database, from its start to its last page. Every figure has a
 * name; those that end in {@code ms} are milliseconds, CPU is per unit.
 */
final class Round {

	/** As many whole launches at once as one core can well bear. */
	private static final int USERS = Integer.getInteger("benchmark.users", 8);

	private static final int MANY_USERS = 32;

	private static final int LEARNERS = Integer.getInteger("benchmark.learners", 10_000);

	private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 30));

	/** Settled is whose compilers take less of the core than this. */
	private static final double SETTLED = Integer.getInteger("benchmark.settled", 5) / 100.0;

	private static final int MOST_WINDOWS = 60;

	private static final Duration WINDOW = Duration.ofSeconds(5);

	private final MeasuredTool tool;

	private final BenchmarkDatabase database;

	private final BenchmarkPlatform platform;

	private final AtomicInteger numbers = new AtomicInteger();

	private final Map<String, Double> figures = new LinkedHashMap<>();

	private Round(MeasuredTool tool, BenchmarkDatabase database, BenchmarkPlatform platform) {
		this.tool = tool;
		this.database = database;
		this.platform = platform;
	}

	/** Starts everything, measures, and leaves nothing running. */
	static Map<String, Double> of(Path jar, String kind, Path folder) {
		try (BenchmarkPlatform platform = new BenchmarkPlatform();
				BenchmarkDatabase database = BenchmarkDatabase.open(kind, folder)) {
			Map<String, String> properties = new HashMap<>(database.properties());
			properties.put("mentorprep.platforms-file", platform.platformsFile(folder).toString());
			properties.put("mentorprep.limits.enabled", "false");
			try (MeasuredTool tool = new MeasuredTool(jar, properties, folder)) {
				return new Round(tool, database, platform).measured();
			}
		}
	}

	private Map<String, Double> measured() {
		put("start cpu ms", this.tool.start().cpuMs());
		put("start wall ms", this.tool.start().wallMs());
		put("start rss MB", this.tool.start().residentMb());
		Machine.pinTool(this.tool.pid());
		if (this.database.isPostgres()) {
			Machine.pinToTheRest(this.database.pid());
		}
		firstHundred();
		settle();
		measure("launch", USERS, this::launch);
		measure("launch, 32 at once", MANY_USERS, this::launch);
		measure("launch, one learner in all browsers", USERS, (user, number) -> launch(user, 0));
		journeys();
		staff();
		put("rss MB", ProcessCpu.residentMb(this.tool.pid()));
		if (this.database.isPostgres()) {
			statements();
		}
		return this.figures;
	}

	private void launch(LoadUser user, int number) {
		String sub = "learner-" + number % LEARNERS;
		Answer page = user.launch(sub, "Learner");
		if (!page.body().contains("Judgementoring")) {
			throw new IllegalStateException("Not the page of a mentor: " + page.path());
		}
	}

	/** Right after the start: nothing has been compiled yet. */
	private void firstHundred() {
		double before = ProcessCpu.ofProcess(this.tool.pid());
		Result result = Load.times(100, users(USERS), this.numbers, this::launch);
		put("first 100 launches cpu ms", (ProcessCpu.ofProcess(this.tool.pid()) - before) / result.units());
		put("first 100 launches p95 ms", result.p95());
		put("first 100 launches errors", result.errors());
	}

	/** Until all learners are known and the compilers are done. */
	private void settle() {
		Machine.preferCompilers(this.tool.pid());
		List<LoadUser> users = users(USERS);
		double share = 1;
		for (int window = 0; window < MOST_WINDOWS && (share > SETTLED || this.numbers.get() < LEARNERS); window++) {
			double compilers = ProcessCpu.ofCompilers(this.tool.pid());
			Load.during(WINDOW, users, this.numbers, this::launch);
			share = (ProcessCpu.ofCompilers(this.tool.pid()) - compilers) / WINDOW.toMillis();
			System.err.printf("  settling: compilers take %.0f %% of a core, %d launches%n", share * 100,
					this.numbers.get());
		}
		put("compilers' share of the core when settled", share);
	}

	private void measure(String unit, int users, Load.Unit work) {
		double compilers = ProcessCpu.ofCompilers(this.tool.pid());
		double before = ProcessCpu.ofProcess(this.tool.pid());
		double databaseBefore = this.database.cpu();
		long begun = System.nanoTime();
		Result result = Load.during(TIME, users(users), this.numbers, work);
		double elapsed = (System.nanoTime() - begun) / 1e6;
		int units = Math.max(1, result.units());
		put(unit + " cpu ms", (ProcessCpu.ofProcess(this.tool.pid()) - before) / units);
		put(unit + " of it compilers ms", (ProcessCpu.ofCompilers(this.tool.pid()) - compilers) / units);
		put(unit + " database cpu ms", (this.database.cpu() - databaseBefore) / units);
		put(unit + " tool's share of a core", (ProcessCpu.ofProcess(this.tool.pid()) - before) / elapsed);
		put(unit + " per second", result.perSecond());
		put(unit + " p50 ms", result.p50());
		put(unit + " p95 ms", result.p95());
		put(unit + " p99 ms", result.p99());
		put(unit + " errors", result.errors());
		if (result.errors() > 0) {
			System.err.println("  errors of " + unit + ", the first: " + result.firstError());
		}
	}

	/** Mentors who come for the first time and hold a whole conversation. */
	private void journeys() {
		Map<String, ConcurrentLinkedQueue<Long>> steps = new ConcurrentHashMap<>();
		Load.Unit journey = (user, number) -> new MentorJourney(user,
				(step, micros) -> steps.computeIfAbsent(step, (unused) -> new ConcurrentLinkedQueue<>()).add(micros))
			.make("mentor-" + number);
		Load.during(TIME.dividedBy(2), users(USERS), this.numbers, journey);
		steps.clear();
		measure("journey", USERS, journey);
		steps.forEach((step, micros) -> {
			Result result = Result.of(new ArrayList<>(micros), List.of(), 1);
			put("journey: " + step + " p50 ms", result.p50());
			put("journey: " + step + " p95 ms", result.p95());
		});
	}

	/** Course staff look at the list of the course. */
	private void staff() {
		Map<LoadUser, String> lists = new ConcurrentHashMap<>();
		measure("staff's list", USERS, (user, number) -> user.get(lists.computeIfAbsent(user, (unused) -> {
			String path = user.launch("staff-1", "Instructor").path();
			return path.replaceAll("/links/([^/?#]+).*", "/course/$1/grades");
		})));
	}

	private void statements() {
		int times = 200;
		double launches = this.database.statements(() -> Load.times(times, users(1), this.numbers, this::launch));
		put("launch statements, transactions' own included", launches / times);
	}

	private List<LoadUser> users(int number) {
		return Load.users(number, this.tool, this.platform);
	}

	private void put(String name, double figure) {
		this.figures.put(name, figure);
	}

}
