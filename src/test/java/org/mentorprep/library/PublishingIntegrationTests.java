package org.mentorprep.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import org.mentorprep.ConfigurationRefused;
import org.mentorprep.TypedJdbcClient;
import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.audit.LedgerEntry;
import org.mentorprep.library.PackVersions.PackVersion;
import org.mentorprep.pack.PackFiles;
import org.mentorprep.pack.PackRefused;
import org.mentorprep.pack.Packs;
import org.mentorprep.testing.SettableClock;
import org.mentorprep.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** What is published and what is active, on a real database: starts, numbers, nodes. */
@SpringJUnitConfig(PublishingIntegrationTests.Database.class)
@Tag("database")
@Tag("sql")
class PublishingIntegrationTests {

	@Autowired
	private PackVersions versions;

	@Autowired
	private Ledger ledger;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	@TempDir
	private Path folder;

	@BeforeEach
	void deleteVersions() {
		for (String table : List.of("pack_activation", "pack_upload", "pack_version")) {
			this.jdbc.sql("DELETE FROM " + table).update();
		}
	}

	@Test
	void firstStartPutsThePackIntoUse() {
		start(Drafts.first());
		assertThat(inUse()).isEqualTo("small 1.0.0");
		assertThat(this.ledger.newest(1)).extracting(LedgerEntry::act, LedgerEntry::subject)
			.containsExactly(tuple("content.published", "small 1.0.0"));
	}

	@Test
	void nextStartChangesNothing() {
		start(Drafts.first());
		start(Drafts.first());
		assertThat(rows("pack_activation")).isEqualTo(1);
		assertThat(rows("pack_version")).isEqualTo(1);
	}

	@Test
	void startPutsAHigherVersionIntoUse() {
		start(Drafts.first());
		start(Drafts.with("1.0.1", Drafts.TALK, "Take a breath", "Breathe first"));
		assertThat(inUse()).isEqualTo("small 1.0.1");
	}

	@Test
	void refusesOtherContentUnderAPublishedNumber() {
		start(Drafts.first());
		assertThatExceptionOfType(PackRefused.class)
			.isThrownBy(() -> start(Drafts.with("1.0.0", Drafts.TALK, "Take a breath", "Breathe first")))
			.withMessageContaining("pack.yaml:3: Version 1.0.0 was published with other content");
	}

	@Test
	void refusesANumberThatHidesWhatChanged() {
		start(Drafts.first());
		assertThatExceptionOfType(PackRefused.class)
			.isThrownBy(() -> start(Drafts.with("1.9.0", Drafts.MODULE, "mark: 70", "mark: 71")))
			.withMessageContaining("Version 1.9.0 is too low: what changed since 1.0.0 asks for 2.0.0 or higher"
					+ " (modules/listening/module.yaml: The pass rule changed.).");
		assertThat(inUse()).isEqualTo("small 1.0.0");
	}

	@Test
	void startLeavesAloneWhatTheOperatorWentBackTo() {
		PackFiles second = Drafts.with("1.0.1", Drafts.TALK, "Take a breath", "Breathe first");
		start(Drafts.first());
		start(second);
		this.versions.activate(version("1.0.0"), 2, Actor.operator());
		start(second);
		assertThat(inUse()).isEqualTo("small 1.0.0");
	}

	@Test
	void startLeavesTheOperatorsOwnPackInUse() {
		start(Drafts.first());
		PackVersion own = this.versions.publish("own", "1.0.0",
				Drafts.with(Drafts.first(), "pack.yaml", "id: small", "id: own"));
		this.versions.activate(own, 1, Actor.operator());
		start(Drafts.with("1.0.1", Drafts.TALK, "Take a breath", "Breathe first"));
		assertThat(inUse()).isEqualTo("own 1.0.0");
	}

	@Test
	void configurationThatNamesAnotherPackBringsItIntoUse() {
		start(Drafts.first());
		start(Drafts.with(Drafts.first(), "pack.yaml", "id: small", "id: other"));
		assertThat(inUse()).isEqualTo("other 1.0.0");
	}

	@Test
	void everyPlaceIsPublishedAndTheFirstIsInUse() throws IOException {
		PackFiles other = Drafts.with(Drafts.first(), "pack.yaml", "id: small", "id: other");
		publisher(List.of(place("one", Drafts.first()), place("two", other)), Map.of()).afterSingletonsInstantiated();
		assertThat(rows("pack_version")).isEqualTo(2);
		assertThat(inUse()).isEqualTo("small 1.0.0");
	}

	@Test
	void whatWasPublishedOnceIsNotHeldAgainstNewerRules() {
		PackFiles old = new PackFiles(new TreeMap<>(
				Map.of("pack.yaml", Drafts.first().texts().get("pack.yaml"), "left-over.md", "named nowhere")));
		this.versions.publish("small", "1.0.0", old);
		start(old);
		assertThat(inUse()).isEqualTo("small 1.0.0");
	}

	@Test
	void refusesToStartWithoutAPack() {
		assertThatExceptionOfType(ConfigurationRefused.class)
			.isThrownBy(() -> publisher(List.of("classpath:packs-test/none"), Map.of()))
			.withMessageContaining("'classpath:packs-test/none' holds no pack: there is no pack.yaml in it.");
	}

	@Test
	void refusesToStartWithVariablesThatThePackDoesNotHave() {
		Map<String, String> variables = Map.of("term.pupil", "learner", "role.mentor_assesses", "often");
		assertThatExceptionOfType(PackRefused.class)
			.isThrownBy(() -> publisher(List.of(Packs.SMALL), variables).afterSingletonsInstantiated())
			.withMessageContaining("The pack has no variable term.pupil.")
			.withMessageContaining("can't be often; it is one of none, contributes, decides.");
	}

	@Test
	void nodesThatStartAtOnceAgree() throws Exception {
		String place = place("race", Drafts.first());
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			Callable<String> start = () -> {
				publisher(List.of(place), Map.of()).afterSingletonsInstantiated();
				return inUse();
			};
			for (Future<String> node : nodes.invokeAll(Stream.generate(() -> start).limit(4).toList())) {
				assertThat(node.get()).isEqualTo("small 1.0.0");
			}
		}
		finally {
			nodes.shutdown();
		}
		assertThat(rows("pack_version")).isEqualTo(1);
		assertThat(rows("pack_activation")).isEqualTo(1);
	}

	@Test
	void otherNodesFollowWithinSeconds() {
		start(Drafts.first());
		AtomicLong nanos = new AtomicLong();
		PackVersions otherNode = new PackVersions(this.jdbc, this.ledger, this.clock, nanos::get);
		assertThat(otherNode.active().activationNumber()).isEqualTo(1);
		start(Drafts.with("1.0.1", Drafts.TALK, "Take a breath", "Breathe first"));
		assertThat(otherNode.active().activationNumber()).isEqualTo(1);
		nanos.addAndGet(Duration.ofSeconds(3).toNanos());
		assertThat(otherNode.active().activationNumber()).isEqualTo(2);
	}

	private void start(PackFiles files) {
		try {
			publisher(List.of(place("pack-" + files.hash(), files)), Map.of()).afterSingletonsInstantiated();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private String place(String name, PackFiles files) throws IOException {
		Path place = this.folder.resolve(name);
		Files.createDirectories(place);
		Packs.write(place, files);
		return place.toUri().toString();
	}

	private PackPublisher publisher(List<String> places, Map<String, String> variables) {
		LibraryProperties properties = new LibraryProperties(places, variables);
		return new PackPublisher(this.versions, new PackReview(this.versions, properties), properties);
	}

	private PackVersion version(String version) {
		return this.versions.all().stream().filter((one) -> one.version().equals(version)).findFirst().orElseThrow();
	}

	private String inUse() {
		return this.versions.activeVersion().orElseThrow().title();
	}

	private int rows(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

	/** The versions and the ledger, and nothing around them. */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	@Import({ PackVersions.class, Ledger.class })
	static class Database {

		@Bean
		DataSource dataSource() {
			Map<String, String> properties = TestDatabase.fresh();
			DataSource dataSource = new DriverManagerDataSource(properties.get("spring.datasource.url"),
					properties.getOrDefault("spring.datasource.username", "sa"),
					properties.getOrDefault("spring.datasource.password", ""));
			Flyway.configure().dataSource(dataSource).load().migrate();
			return dataSource;
		}

		@Bean
		JdbcClient jdbcClient(DataSource dataSource) {
			return TypedJdbcClient.of(dataSource);
		}

		@Bean
		PlatformTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		SettableClock clock() {
			return new SettableClock();
		}

	}

}
