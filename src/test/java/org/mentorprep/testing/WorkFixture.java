package org.mentorprep.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import org.mentorprep.TypedJdbcClient;
import org.mentorprep.attempt.AnsweringMentor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.Learners;
import org.mentorprep.library.Library;
import org.mentorprep.passback.GradeDeliveries;
import org.mentorprep.passback.SendPolicy;

import static org.mockito.Mockito.mock;

/**
 * The rooms in which a mentor works, on a real database, and nothing around them: the
 * library, the links and the post room are made by hand, so that a test can have any
 * version of a pack, any link and any delivery.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@ComponentScan({ "org.mentorprep.programme", "org.mentorprep.attempt", "org.mentorprep.progress",
		"org.mentorprep.diagnostic", "org.mentorprep.mentor" })
@Import({ Learners.class, Ledger.class, AnsweringMentor.class })
public class WorkFixture {

	@Bean
	DataSource dataSource() {
		Map<String, String> properties = TestDatabase.fresh();
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(properties.get("spring.datasource.url"));
		dataSource.setUsername(properties.getOrDefault("spring.datasource.username", "sa"));
		dataSource.setPassword(properties.getOrDefault("spring.datasource.password", ""));
		dataSource.setMaximumPoolSize(4);
		Flyway.configure().dataSource(dataSource).load().migrate();
		onlyIdsOfPacks(TypedJdbcClient.of(dataSource));
		return dataSource;
	}

	@Bean
	static SqlCount sqlCount() {
		return new SqlCount();
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
	Library library() {
		return mock(Library.class);
	}

	@Bean
	Links links() {
		return mock(Links.class);
	}

	@Bean
	SendPolicy sendPolicy() {
		return mock(SendPolicy.class);
	}

	@Bean
	GradeDeliveries deliveries() {
		return mock(GradeDeliveries.class);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	/** What stands in a pack comes from the library made by hand. */
	private static void onlyIdsOfPacks(JdbcClient jdbc) {
		for (String column : List.of("name", "version", "hash", "files", "published_at")) {
			jdbc.sql("ALTER TABLE pack_version ALTER COLUMN " + column + " DROP NOT NULL").update();
		}
	}

}
