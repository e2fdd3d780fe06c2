package org.mentorprep.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.platform.PlatformId;
import org.mentorprep.registration.DynamicRegistration.RegistrationFailed;

/**
 * The launches and registrations that were refused lately, so that a reference somebody
 * quotes leads to its cause. Bounded by age, by number, and by how many a node writes
 * between two sweeps: anybody can be refused as often as they like.
 */
@Repository
public class Refusals {

	private static final Logger log = LoggerFactory.getLogger(Refusals.class);

	private static final Duration MEMORY = Duration.ofDays(30);

	private static final int MOST = 5_000;

	private static final int MOST_A_MINUTE = 500;

	private static final int LONGEST_CAUSE = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final AtomicReference<Minute> minute = new AtomicReference<>(new Minute(Instant.EPOCH, 0));

	Refusals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The newest refusals, newest first. */
	public List<Refusal> newest(int most) {
		return this.jdbc.sql("SELECT * FROM refusal ORDER BY refused_at DESC, reference FETCH FIRST :most ROWS ONLY")
			.param("most", most)
			.query(Refusal.class)
			.list();
	}

	/** How many there were from a moment on. */
	public int since(Instant moment) {
		return this.jdbc.sql("SELECT COUNT(*) FROM refusal WHERE refused_at >= :moment")
			.param("moment", moment)
			.query(Integer.class)
			.single();
	}

	/** The refusal with this reference, however somebody typed it. */
	public Optional<Refusal> find(String reference) {
		return this.jdbc.sql("SELECT * FROM refusal WHERE reference = :reference")
			.param("reference", asShown(reference))
			.query(Refusal.class)
			.optional();
	}

	/**
	 * Saves a refusal if there is room. One that is not saved is in the log all the same,
	 * so that the page is shown even if the database can't be reached.
	 */
	public void keep(Refusal refusal) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
		if (this.minute.updateAndGet((last) -> last.next(now)).refusals() > MOST_A_MINUTE) {
			return;
		}
		try {
			this.jdbc.sql("""
					INSERT INTO refusal (reference, refused_at, reason, message_key, platform, cause)
					VALUES (:reference, :refusedAt, :reason, :messageKey, :platform, :cause)""")
				.paramSource(refusal)
				.update();
		}
		catch (DataAccessException ex) {
			log.warn("The refusal {} could not be kept: {}", refusal.reference(), ex.getClass().getSimpleName());
		}
	}

	/** Without a platform: it was refused before there was one. */
	@EventListener
	void on(RegistrationFailed failed) {
		keep(new Refusal(failed.reference(), this.clock.instant(), failed.reason(), failed.messageKey(), null,
				failed.cause()));
	}

	/** Runs every minute, on one node. */
	@Bean
	static RecurringTask<Void> refusalsTask(Refusals refusals) {
		return Tasks.recurring("launch.task.refusals", FixedDelay.ofMinutes(1))
			.execute((instance, context) -> refusals.sweep());
	}

	void sweep() {
		sweep(MOST);
	}

	void sweep(int most) {
		this.jdbc.sql("DELETE FROM refusal WHERE refused_at < :forgotten")
			.param("forgotten", this.clock.instant().minus(MEMORY))
			.update();
		this.jdbc.sql("""
				SELECT refused_at FROM refusal ORDER BY refused_at DESC
				OFFSET :most ROWS FETCH FIRST 1 ROW ONLY""")
			.param("most", most)
			.query(Instant.class)
			.optional()
			.ifPresent((tooOld) -> this.jdbc.sql("DELETE FROM refusal WHERE refused_at <= :tooOld")
				.param("tooOld", tooOld)
				.update());
	}

	/** Capitals, and the hyphen in the middle. */
	private static String asShown(String reference) {
		String signs = reference.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
		return (signs.length() == 8) ? signs.substring(0, 4) + "-" + signs.substring(4) : "";
	}

	/**
	 * A launch or a registration that was refused, for whoever runs the tool. Nothing in
	 * it is personal.
	 *
	 * @param reference what the page showed and people may quote
	 * @param reason the kind of refusal, as the code names it
	 * @param messageKey key of the sentences that were shown; {@code .title} and others
	 * follow it
	 * @param platform absent if nobody knows which LMS it was
	 * @param cause the clause that was broken; holds nothing that came from outside
	 */
	public record Refusal(String reference, Instant refusedAt, String reason, String messageKey,
			@Nullable PlatformId platform, String cause) {

		public Refusal {
			cause = (cause.length() <= LONGEST_CAUSE) ? cause : cause.substring(0, LONGEST_CAUSE);
		}

	}

	/** How many refusals came to this node in one minute. */
	private record Minute(Instant start, int refusals) {

		Minute next(Instant now) {
			return new Minute(now, this.start.equals(now) ? this.refusals + 1 : 1);
		}

	}

}
