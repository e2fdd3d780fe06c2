package org.mentorprep.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
import org.mentorprep.platform.Secret;
import org.mentorprep.registration.DynamicRegistration.RegistrationFailed;

/**
 * What was refused lately, so that a reference somebody quotes leads to its cause.
 * Bounded by age, by number, and by how many a node writes between two sweeps: anybody
 * can be refused as often as they like. Of all this each network has its share, so that
 * one which sends junk pushes out its own refusals and nobody else's.
 */
@Repository
public class Refusals {

	private static final Logger log = LoggerFactory.getLogger(Refusals.class);

	private static final Duration MEMORY = Duration.ofDays(30);

	private static final int MOST = 5_000;

	private static final int MOST_A_MINUTE = 500;

	/** Of these, for one network: a whole school may stand behind it. */
	private static final int SHARE_A_MINUTE = 50;

	/** So many of one network are listed at most. */
	private static final int SHARE_OF_THE_LIST = 20;

	private static final int LONGEST_CAUSE = 500;

	private static final String COLUMNS = "reference, refused_at, reason, message_key, platform, cause, received, hint";

	/** Error pages have a reference too, but are no launches. */
	private static final String LAUNCHES = " reason NOT LIKE '" + Refusal.ERROR_PAGE + "%' ";

	private final JdbcClient jdbc;

	private final Clock clock;

	/** No network can be told from what is kept of it, and another node can't compare. */
	private final String secret = Secret.fresh();

	private Minute minute = new Minute(Instant.EPOCH, 0, new HashMap<>());

	Refusals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The newest launches and registrations that were refused, newest first. */
	public List<Refusal> newest(int most) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM (SELECT " + COLUMNS + """
				, ROW_NUMBER() OVER (PARTITION BY network ORDER BY refused_at DESC, reference) AS nth
				FROM refusal WHERE""" + LAUNCHES + """
				) shares WHERE nth <= :share
				ORDER BY refused_at DESC, reference FETCH FIRST :most ROWS ONLY""")
			.param("share", SHARE_OF_THE_LIST)
			.param("most", most)
			.query(Refusal.class)
			.list();
	}

	/** How many launches and registrations were refused from a moment on. */
	public int since(Instant moment) {
		return this.jdbc.sql("SELECT COUNT(*) FROM refusal WHERE refused_at >= :moment AND" + LAUNCHES)
			.param("moment", moment)
			.query(Integer.class)
			.single();
	}

	/** The refusal with this reference, however somebody typed it. */
	public Optional<Refusal> find(String reference) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM refusal WHERE reference = :reference")
			.param("reference", asShown(reference))
			.query(Refusal.class)
			.optional();
	}

	/**
	 * Saves a refusal if there is room. One that is not saved is in the log all the same,
	 * so that the page is shown even if the database can't be reached.
	 * @param network that of the browser
	 */
	public void keep(Refusal refusal, String network) {
		String share = Secret.hash(this.secret + network).substring(0, 16);
		if (!hasRoom(share)) {
			return;
		}
		try {
			this.jdbc.sql("INSERT INTO refusal (" + COLUMNS + """
					, network) VALUES (:reference, :refusedAt, :reason, :messageKey, :platform, :cause, :received,
					:hint, :network)""")
				.param("reference", refusal.reference())
				.param("refusedAt", refusal.refusedAt())
				.param("reason", refusal.reason())
				.param("messageKey", refusal.messageKey())
				.param("platform", refusal.platform())
				.param("cause", refusal.cause())
				.param("received", refusal.received())
				.param("hint", refusal.hint())
				.param("network", share)
				.update();
		}
		catch (DataAccessException ex) {
			log.warn("The refusal {} could not be kept: {}", refusal.reference(), ex.getClass().getSimpleName());
		}
	}

	private synchronized boolean hasRoom(String share) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
		if (!this.minute.start().equals(now)) {
			this.minute = new Minute(now, 0, new HashMap<>());
		}
		if (this.minute.kept() >= MOST_A_MINUTE || this.minute.shares().getOrDefault(share, 0) >= SHARE_A_MINUTE) {
			return false;
		}
		this.minute.shares().merge(share, 1, Integer::sum);
		this.minute = new Minute(now, this.minute.kept() + 1, this.minute.shares());
		return true;
	}

	/** Without a platform: it was refused before there was one. */
	@EventListener
	void on(RegistrationFailed failed) {
		keep(new Refusal(failed.reference(), this.clock.instant(), failed.reason(), failed.messageKey(), null,
				failed.cause(), null, null), failed.network());
	}

	/** Runs every minute, on one node. */
	@Bean
	static RecurringTask<Void> refusalsTask(Refusals refusals) {
		return Tasks.recurring("launch.task.refusals", FixedDelay.ofMinutes(1))
			.execute((instance, context) -> refusals.sweep());
	}

	void sweep() {
		sweep(MOST);
		beginAnew();
	}

	private synchronized void beginAnew() {
		this.minute = new Minute(Instant.EPOCH, 0, new HashMap<>());
	}

	void sweep(int most) {
		this.jdbc.sql("DELETE FROM refusal WHERE refused_at < :forgotten")
			.param("forgotten", this.clock.instant().minus(MEMORY))
			.update();
		int all = this.jdbc.sql("SELECT COUNT(*) FROM refusal").query(Integer.class).single();
		if (all > most) {
			// In turn the newest of each network, then the second of each, and so on.
			this.jdbc.sql("""
					DELETE FROM refusal WHERE reference IN (
					    SELECT reference FROM (
					        SELECT reference, refused_at,
					               ROW_NUMBER() OVER (PARTITION BY network ORDER BY refused_at DESC, reference) AS nth
					        FROM refusal) shares
					    ORDER BY nth, refused_at DESC, reference OFFSET :most ROWS)""").param("most", most).update();
		}
	}

	/** Capitals, and the hyphen in the middle. */
	private static String asShown(String reference) {
		String signs = reference.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
		return (signs.length() == 8) ? signs.substring(0, 4) + "-" + signs.substring(4) : "";
	}

	/**
	 * A launch, a registration or any other request that was refused, for whoever runs
	 * the tool. Nothing in it is personal.
	 *
	 * @param reference what the page showed and people may quote
	 * @param reason the kind of refusal, as the code names it
	 * @param messageKey key of the sentences that were shown; {@code .title} and others
	 * follow it
	 * @param platform absent if nobody knows which LMS it was
	 * @param cause the clause that was broken; holds nothing that came from outside
	 * @param received what came and fits no registration, or the path of an error page;
	 * absent if that is not why
	 * @param hint in what it differs from a registration; absent if in all
	 */
	public record Refusal(String reference, Instant refusedAt, String reason, String messageKey,
			@Nullable PlatformId platform, String cause, @Nullable String received, @Nullable String hint) {

		/** The reason of an error page begins with it; the status follows. */
		public static final String ERROR_PAGE = "STATUS_";

		public Refusal {
			cause = (cause.length() <= LONGEST_CAUSE) ? cause : cause.substring(0, LONGEST_CAUSE);
		}

	}

	/** How many refusals this node kept in one minute, and of which networks. */
	private record Minute(Instant start, int kept, Map<String, Integer> shares) {
	}

}
