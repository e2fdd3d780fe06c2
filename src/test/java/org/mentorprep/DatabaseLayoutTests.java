package org.mentorprep;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

import org.mentorprep.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A database that another version made is refused at the start and stays as it is. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseLayoutTests {

	private static final String SENTENCE = "has the tables of another version of this tool, most likely an older one,"
			+ " and they are not converted: ";

	@ParameterizedTest
	@CsvSource({ "h2, OLDER", "h2, EDITED", "h2, NEWER", "h2, UNRECORDED", "postgres, OLDER", "postgres, EDITED",
			"postgres, NEWER", "postgres, UNRECORDED" })
	void refusesAndChangesNothing(String kind, Layout layout, CapturedOutput output) throws SQLException {
		Map<String, String> database = kind.equals("h2") ? TestDatabase.freshH2() : TestDatabase.freshPostgres();
		DriverManagerDataSource dataSource = dataSource(database);
		layout.make(dataSource);
		Map<String, String> before = tables(dataSource);
		// The whole tool for the layout that an operator will meet, for the others what
		// migrates in it.
		SpringApplication tool = (layout == Layout.OLDER) ? new SpringApplication(MentorprepApplication.class)
				: new SpringApplicationBuilder(Migrated.class).web(WebApplicationType.NONE).application();

		assertThatException().isThrownBy(() -> start(tool, database)).withRootCauseInstanceOf(FlywayException.class);

		assertThat(output).contains(SENTENCE)
			.contains(kind.equals("h2") ? "delete its file" : "let spring.datasource.url name an empty database")
			.doesNotContain("\tat ", "Stack trace", "Tomcat initialized", "checksum mismatch");
		assertThat(tables(dataSource)).isEqualTo(before).containsKey("PLATFORM");
	}

	@Test
	void namesTheFolderOfTheDefault() {
		String url = "jdbc:h2:file:./data/mentorprep;WRITE_DELAY=0;PASSWORD=secret";
		var analyzer = new OtherLayoutAnalyzer(new MockEnvironment().withProperty("spring.datasource.url", url));
		var failure = new MigrationConfiguration.OtherLayout(new FlywayException());
		assertThat(analyzer.analyze(failure, failure).getDescription())
			.isEqualTo("The database jdbc:h2:file:./data/mentorprep " + SENTENCE
					+ "delete ./data, or start the version that made them.");
	}

	@Test
	void leavesOtherFailuresOfFlywayAlone() {
		Flyway flyway = mock(Flyway.class);
		FlywayException failure = new FlywayException("No connection");
		when(flyway.migrate()).thenThrow(failure);
		var strategy = new MigrationConfiguration().migrationStrategy();
		assertThatException().isThrownBy(() -> strategy.migrate(flyway)).isSameAs(failure);
	}

	private static void start(SpringApplication tool, Map<String, String> properties) {
		String[] arguments = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = tool.run(arguments)) {
			assertThat(context).isNull();
		}
	}

	private static DriverManagerDataSource dataSource(Map<String, String> properties) {
		return new DriverManagerDataSource(properties.get("spring.datasource.url"),
				properties.getOrDefault("spring.datasource.username", "sa"),
				properties.getOrDefault("spring.datasource.password", ""));
	}

	/** All rows by table, the tables of Flyway included. */
	private static Map<String, String> tables(DriverManagerDataSource dataSource) throws SQLException {
		Map<String, String> tables = new TreeMap<>();
		try (var connection = dataSource.getConnection()) {
			DatabaseMetaData data = connection.getMetaData();
			ResultSet names = data.getTables(null, connection.getSchema(), "%", new String[] { "TABLE", "BASE TABLE" });
			while (names.next()) {
				String table = names.getString("TABLE_NAME");
				tables.put(table.toUpperCase(),
						TypedJdbcClient.of(dataSource)
							.sql("SELECT * FROM \"" + table + "\"")
							.query()
							.listOfRows()
							.toString());
			}
		}
		return tables;
	}

	enum Layout {

		/** The first migration has another name and makes other tables. */
		OLDER {
			@Override
			void make(DriverManagerDataSource dataSource) {
				Flyway.configure().dataSource(dataSource).locations("classpath:db/older").load().migrate();
			}
		},

		/** A migration was edited after it had run. */
		EDITED {
			@Override
			void make(DriverManagerDataSource dataSource) {
				Flyway.configure().dataSource(dataSource).load().migrate();
				TypedJdbcClient.of(dataSource)
					.sql("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '002'")
					.update();
			}
		},

		/** A migration has run that this version does not have. */
		NEWER {
			@Override
			void make(DriverManagerDataSource dataSource) {
				Flyway.configure()
					.dataSource(dataSource)
					.locations("classpath:db/migration", "classpath:db/newer")
					.load()
					.migrate();
			}
		},

		/** Tables, but no record of migrations. */
		UNRECORDED {
			@Override
			void make(DriverManagerDataSource dataSource) {
				TypedJdbcClient.of(dataSource).sql("CREATE TABLE platform (id INTEGER PRIMARY KEY)").update();
				TypedJdbcClient.of(dataSource).sql("INSERT INTO platform (id) VALUES (1)").update();
			}
		};

		abstract void make(DriverManagerDataSource dataSource);

	}

	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
	@Import(MigrationConfiguration.class)
	static class Migrated {

	}

}
