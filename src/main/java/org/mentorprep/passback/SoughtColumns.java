package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.lti.service.LineItemClient;

/**
 * The columns of links whose launches name none. A grade waits under a stand-in for the
 * address until the column is found.
 */
@Component
public class SoughtColumns {

	private static final String STAND_IN = "urn:mentorprep:column-of:";

	/** How long a node may look before another may. */
	private static final Duration SEARCH = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	SoughtColumns(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Where grades of a link go that names no column: to the one that was found, or to a
	 * stand-in if the LMS lets us have one; else nowhere.
	 */
	public Optional<URI> of(Link link) {
		if (!link.scopes().contains(Link.SCORE_SCOPE) || !link.scopes().contains(LineItemClient.SCOPE)
				|| link.lineItems() == null) {
			return Optional.empty();
		}
		return Optional.of(found(link.id()).orElseGet(() -> URI.create(STAND_IN + link.id().value())));
	}

	/** Whether an address only stands in for one that is not known yet. */
	public static boolean isStandIn(URI lineItem) {
		return lineItem.toString().startsWith(STAND_IN);
	}

	Optional<URI> found(LinkId link) {
		return this.jdbc.sql("SELECT line_item FROM sought_column WHERE resource_link = ? AND line_item IS NOT NULL")
			.param(link.value())
			.query(String.class)
			.optional()
			.map(URI::create);
	}

	/** Whether the caller may look now. Two who look at once would make two columns. */
	boolean begin(LinkId link) {
		Instant now = this.clock.instant();
		int taken = this.jdbc.sql("""
				UPDATE sought_column SET sought_until = :until
				WHERE resource_link = :link AND sought_until <= :now""")
			.param("until", at(now.plus(SEARCH)))
			.param("link", link.value())
			.param("now", at(now))
			.update();
		return taken == 1 || give(link, now.plus(SEARCH));
	}

	private boolean give(LinkId link, Instant until) {
		try {
			this.jdbc.sql("INSERT INTO sought_column (resource_link, sought_until) VALUES (?, ?)")
				.params(link.value(), at(until))
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Keeps what was found. */
	void keep(LinkId link, URI lineItem) {
		this.jdbc.sql("UPDATE sought_column SET line_item = ?, sought_until = ? WHERE resource_link = ?")
			.params(lineItem.toString(), at(this.clock.instant()), link.value())
			.update();
	}

	/** Lets others look. */
	void end(LinkId link) {
		this.jdbc.sql("UPDATE sought_column SET line_item = NULL, sought_until = ? WHERE resource_link = ?")
			.params(at(this.clock.instant()), link.value())
			.update();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
	}

}
