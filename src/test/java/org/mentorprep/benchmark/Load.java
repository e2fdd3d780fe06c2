package org.mentorprep.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * A closed loop: so many users, each begins anew as soon as it is done. What is unusable
 * for percentiles of an open system is right for the cost of one unit.
 */
final class Load {

	private Load() {
	}

	/** Something that users do over and over. */
	interface Unit {

		/**
		 * @param number counts the units over all users, from 0
		 */
		void run(LoadUser user, int number);

	}

	/** What a run of it came to; times in milliseconds. */
	record Result(int units, int errors, String firstError, double perSecond, double p50, double p95, double p99) {

		static Result of(List<Long> micros, List<String> errors, double seconds) {
			long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
			return new Result(sorted.length, errors.size(), errors.isEmpty() ? "" : errors.get(0),
					sorted.length / seconds, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
		}

		private static double at(long[] sorted, double share) {
			return (sorted.length > 0) ? sorted[(int) (share * (sorted.length - 1))] / 1000.0 : 0;
		}

	}

	/** Runs it for some time. */
	static Result during(Duration time, List<LoadUser> users, AtomicInteger numbers, Unit unit) {
		long end = System.nanoTime() + time.toNanos();
		return run(users, () -> (System.nanoTime() < end) ? numbers.getAndIncrement() : -1, unit);
	}

	/** Runs it so many times. */
	static Result times(int times, List<LoadUser> users, AtomicInteger numbers, Unit unit) {
		AtomicInteger left = new AtomicInteger(times);
		return run(users, () -> (left.getAndDecrement() > 0) ? numbers.getAndIncrement() : -1, unit);
	}

	private static Result run(List<LoadUser> users, LongSupplier next, Unit unit) {
		ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
		ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
		long begun = System.nanoTime();
		List<Thread> threads = users.stream().map((user) -> new Thread(() -> {
			for (long number = next.getAsLong(); number >= 0; number = next.getAsLong()) {
				one(user, (int) number, unit, micros, errors);
			}
		})).toList();
		threads.forEach(Thread::start);
		threads.forEach(Load::join);
		return Result.of(new ArrayList<>(micros), new ArrayList<>(errors), (System.nanoTime() - begun) / 1e9);
	}

	private static void one(LoadUser user, int number, Unit unit, ConcurrentLinkedQueue<Long> micros,
			ConcurrentLinkedQueue<String> errors) {
		long begun = System.nanoTime();
		try {
			unit.run(user, number);
			micros.add((System.nanoTime() - begun) / 1000);
		}
		catch (RuntimeException ex) {
			errors.add(String.valueOf(ex.getMessage()));
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** So many browsers at a tool. */
	static List<LoadUser> users(int number, MeasuredTool tool, BenchmarkPlatform platform) {
		return IntStream.range(0, number).mapToObj((unused) -> new LoadUser(tool.url(), platform)).toList();
	}

}
