package org.mentorprep.launch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

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
import org.springframework.stereotype.Component;

import org.mentorprep.platform.PlatformId;
import org.mentorprep.registration.DynamicRegistration.RegistrationFailed;

/**
 * The launches and registrations that were refused of late, so that a reference somebody
 * quotes leads to its cause. Bounded by age, by number, and by how many a node writes
 * between two sweeps: anybody can be refused as often as they like.
 */
@Component
public class Refusals {

	private static final Logger log = LoggerFactory.getLogger(Refusals.class);

	private static final Duration MEMORY = Duration.ofDays(30);

	private static final int MOST = 5_000;

	private static final int BETWEEN_SWEEPS = 500;

	private static final int LONGEST_CAUSE = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final AtomicInteger sinceSweep = new AtomicInteger();

	Refusals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The newest refusals, newest first. */
	public List<RefusalRecord> newest(int most) {
		return this.jdbc.sql("SELECT * FROM refusal ORDER BY refused_at DESC, reference FETCH FIRST ? ROWS ONLY")
			.param(most)
			.query((row, number) -> refusal(row))
			.list();
	}

	/** How many there were from a moment on. */
	public int since(Instant moment) {
		return this.jdbc.sql("SELECT COUNT(*) FROM refusal WHERE refused_at >= ?")
			.param(at(moment))
			.query(Integer.class)
			.single();
	}

	/** The refusal with this reference, however somebody typed it. */
	public Optional<RefusalRecord> find(String reference) {
		return this.jdbc.sql("SELECT * FROM refusal WHERE reference = ?")
			.param(asShown(reference))
			.query((row, number) -> refusal(row))
			.optional();
	}

	/**
	 * Keeps a refusal if there is room. One that is not kept stands in the log all the
	 * same, so a database that is away spoils no page.
	 */
	public void keep(RefusalRecord refusal) {
		if (this.sinceSweep.incrementAndGet() > BETWEEN_SWEEPS) {
			return;
		}
		String cause = refusal.cause();
		PlatformId platform = refusal.platform();
		try {
			this.jdbc.sql("""
					INSERT INTO refusal (reference, refused_at, refusal, words, platform, cause)
					VALUES (?, ?, ?, ?, ?, ?)""")
				.param(refusal.reference())
				.param(at(refusal.at()))
				.param(refusal.refusal())
				.param(refusal.messageKey())
				.param((platform != null) ? platform.value() : null)
				.param((cause.length() <= LONGEST_CAUSE) ? cause : cause.substring(0, LONGEST_CAUSE))
				.update();
		}
		catch (DataAccessException ex) {
			log.warn("The refusal {} could not be kept: {}", refusal.reference(), ex.getClass().getSimpleName());
		}
	}

	/** Before somebody was known as a platform: there is none to name. */
	@EventListener
	void on(RegistrationFailed failed) {
		keep(new RefusalRecord(failed.reference(), this.clock.instant(), failed.fault(), failed.messageKey(), null,
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
		this.sinceSweep.set(0);
		this.jdbc.sql("DELETE FROM refusal WHERE refused_at < ?")
			.param(at(this.clock.instant().minus(MEMORY)))
			.update();
		this.jdbc.sql("""
				SELECT refused_at FROM refusal ORDER BY refused_at DESC
				OFFSET ? ROWS FETCH FIRST 1 ROW ONLY""")
			.param(most)
			.query(OffsetDateTime.class)
			.optional()
			.ifPresent((tooOld) -> this.jdbc.sql("DELETE FROM refusal WHERE refused_at <= ?").param(tooOld).update());
	}

	/** Capitals, and the hyphen in the middle. */
	private static String asShown(String reference) {
		String signs = reference.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
		return (signs.length() == 8) ? signs.substring(0, 4) + "-" + signs.substring(4) : "";
	}

	private static RefusalRecord refusal(ResultSet row) throws SQLException {
		UUID platform = row.getObject("platform", UUID.class);
		return new RefusalRecord(row.getString("reference"),
				row.getObject("refused_at", OffsetDateTime.class).toInstant(), row.getString("refusal"),
				row.getString("words"), (platform != null) ? new PlatformId(platform) : null, row.getString("cause"));
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A launch or a registration that was refused, for whoever runs the tool. Nothing in
	 * it is personal.
	 *
	 * @param reference what the page showed and people may quote
	 * @param refusal the kind, in one word of the code
	 * @param messageKey key of the words that were shown; {@code .title} and others
	 * follow it
	 * @param platform absent if nobody knows which LMS it was
	 * @param cause the clause that was broken; holds nothing that came from outside
	 */
	public record RefusalRecord(String reference, Instant at, String refusal, String messageKey,
			@Nullable PlatformId platform, String cause) {
	}

}
