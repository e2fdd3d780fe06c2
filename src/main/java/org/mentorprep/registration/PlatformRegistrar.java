package org.mentorprep.registration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Registrations;
import org.mentorprep.registration.PlatformsFile.PlatformsFileProperties;

/**
 * Brings the table in line with the platforms file at each start, before the first
 * request is answered. A platform keeps its id for ever: an entry that vanishes is
 * disabled, never deleted, and comes back as what it was. What came otherwise is left
 * alone, unless the file names it: then it is the file's from now on.
 */
@Component
class PlatformRegistrar implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(PlatformRegistrar.class);

	/** The first may meet another node at its first start; more means a real fault. */
	private static final int TRIES = 3;

	private final @Nullable Path file;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final Registrations registrations;

	PlatformRegistrar(PlatformsFileProperties properties, JdbcClient jdbc, TransactionOperations transaction,
			Registrations registrations) {
		this.file = properties.platformsFile();
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.registrations = registrations;
	}

	@Override
	public void afterPropertiesSet() {
		// Not 'exists': a file that we may not look at must not pass for one that is
		// absent.
		boolean present = this.file != null && !Files.notExists(this.file);
		if (!present) {
			log.info("No platforms file at {}: no LMS is registered by file; see lti-config/README.md", this.file);
		}
		List<PlatformEntry> entries = (this.file != null && present) ? PlatformsFile.read(this.file) : List.of();
		Changes changes = inLineWith(entries);
		if (present || changes.any()) {
			log.info("Platforms by file: {} ({} new, {} changed, {} disabled)", entries.size(), changes.added(),
					changes.changed(), changes.disabled());
		}
	}

	private Changes inLineWith(List<PlatformEntry> entries) {
		for (int tries = 1;; tries++) {
			try {
				return this.transaction.execute((status) -> bringInLine(entries));
			}
			catch (DuplicateKeyException | ConcurrencyFailureException ex) {
				giveUpAfter(tries, ex);
			}
		}
	}

	/**
	 * In PostgreSQL a duplicate key spoils the transaction: begin it again as a whole.
	 */
	private static void giveUpAfter(int tries, DataAccessException ex) {
		if (tries == TRIES) {
			throw ex;
		}
		log.info("Another node registers platforms at this moment; trying again");
	}

	private Changes bringInLine(List<PlatformEntry> entries) {
		this.jdbc.sql("SELECT id FROM platform ORDER BY id FOR UPDATE").query(UUID.class).list();
		List<Registration> known = this.registrations.all();
		Changes changes = Changes.NONE;
		for (PlatformEntry entry : inOneOrder(entries)) {
			Optional<Registration> same = known.stream()
				.filter((registration) -> entry.names(registration.platform()))
				.findFirst();
			changes = changes.plus(same.map((platform) -> update(platform, entry)).orElseGet(() -> insert(entry)));
		}
		for (Registration registration : known) {
			Platform platform = registration.platform();
			if (isByFile(registration) && platform.enabled()
					&& entries.stream().noneMatch((entry) -> entry.names(platform))) {
				changes = changes.plus(disable(platform));
			}
		}
		return changes;
	}

	/** The same on every node, so that two can't wait for each other. */
	private static List<PlatformEntry> inOneOrder(List<PlatformEntry> entries) {
		return entries.stream()
			.sorted(Comparator.comparing(PlatformEntry::issuer).thenComparing(PlatformEntry::clientId))
			.toList();
	}

	private Changes insert(PlatformEntry entry) {
		this.registrations.add(entry, Platform.Origin.FILE, Platform.State.ENABLED);
		return Changes.ADDED;
	}

	private Changes update(Registration known, PlatformEntry entry) {
		PlatformId id = known.platform().id();
		if (isByFile(known) && entry.as(id, Platform.State.ENABLED).equals(known.platform())) {
			return Changes.NONE;
		}
		this.registrations.replace(id, entry);
		return Changes.CHANGED;
	}

	private Changes disable(Platform platform) {
		this.registrations.change(platform.id(), Platform.State.ENABLED, Platform.State.DISABLED);
		return Changes.DISABLED;
	}

	private static boolean isByFile(Registration known) {
		return known.origin() == Platform.Origin.FILE;
	}

	/** What the start has changed, for one line in the log. */
	private record Changes(int added, int changed, int disabled) {

		static final Changes NONE = new Changes(0, 0, 0);

		static final Changes ADDED = new Changes(1, 0, 0);

		static final Changes CHANGED = new Changes(0, 1, 0);

		static final Changes DISABLED = new Changes(0, 0, 1);

		Changes plus(Changes other) {
			return new Changes(this.added + other.added, this.changed + other.changed, this.disabled + other.disabled);
		}

		boolean any() {
			return !equals(NONE);
		}

	}

}
