package org.mentorprep;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.mentorprep.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The migrations, one file a package, make the same schema and the same rows as the 17
 * files before them.
 */
class SquashedMigrationsTests {

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgres" })
	void makeTheSameSchema(String kind) throws SQLException {
		Map<String, List<String>> before = schema(kind, "classpath:db/before");
		Map<String, List<String>> now = schema(kind, "classpath:db/migration");
		assertThat(before).hasSizeGreaterThan(20);
		assertThat(now.keySet()).isEqualTo(before.keySet());
		now.forEach((table, lines) -> assertThat(lines).as(table).isEqualTo(before.get(table)));
	}

	/** By table: columns, keys, indexes, checks, each as one line, in order; and rows. */
	private static Map<String, List<String>> schema(String kind, String location) throws SQLException {
		Map<String, String> fresh = kind.equals("h2") ? TestDatabase.freshH2() : TestDatabase.freshPostgres();
		DriverManagerDataSource dataSource = new DriverManagerDataSource(fresh.get("spring.datasource.url"),
				fresh.getOrDefault("spring.datasource.username", "sa"),
				fresh.getOrDefault("spring.datasource.password", ""));
		Flyway.configure().dataSource(dataSource).locations(location).load().migrate();
		try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
			DatabaseMetaData data = connection.getMetaData();
			String schema = connection.getSchema();
			Map<String, List<String>> tables = new TreeMap<>();
			for (String table : lines(data.getTables(null, schema, "%", new String[] { "TABLE", "BASE TABLE" }),
					"TABLE_NAME")) {
				List<String> lines = new ArrayList<>();
				lines.addAll(lines(data.getColumns(null, schema, table, "%"), "COLUMN_NAME", "DATA_TYPE", "TYPE_NAME",
						"COLUMN_SIZE", "DECIMAL_DIGITS", "IS_NULLABLE", "COLUMN_DEF", "IS_AUTOINCREMENT"));
				lines.addAll(lines(data.getPrimaryKeys(null, schema, table), "PK_NAME", "KEY_SEQ", "COLUMN_NAME"));
				lines.addAll(lines(data.getImportedKeys(null, schema, table), "FK_NAME", "FKCOLUMN_NAME",
						"PKTABLE_NAME", "PKCOLUMN_NAME", "KEY_SEQ", "DELETE_RULE", "UPDATE_RULE", "DEFERRABILITY"));
				lines.addAll(lines(data.getIndexInfo(null, schema, table, false, false), "INDEX_NAME", "NON_UNIQUE",
						"ORDINAL_POSITION", "COLUMN_NAME", "ASC_OR_DESC", "FILTER_CONDITION", "TYPE"));
				lines.addAll(lines(statement.executeQuery("""
						SELECT constraint_type, constraint_name FROM information_schema.table_constraints
						WHERE table_name = '%s' AND constraint_name NOT LIKE '%%\\_not\\_null'
						""".formatted(table)), "CONSTRAINT_TYPE", "CONSTRAINT_NAME"));
				if (!table.equalsIgnoreCase("flyway_schema_history")) {
					ResultSet rows = statement.executeQuery("SELECT * FROM " + table);
					while (rows.next()) {
						lines.add("row " + rows.getString(1) + " '" + rows.getString(2) + "'");
					}
				}
				// H2 gives a foreign key an index of its own, unless there is one when
				// the
				// key is made: so it depends on the order of statements.
				lines.removeIf((line) -> line.startsWith("INDEX_NAME=made up NON_UNIQUE=TRUE"));
				lines.sort(null);
				tables.put(table, lines);
			}
			tables.put("checks",
					lines(statement.executeQuery(
							"SELECT check_clause FROM information_schema.check_constraints ORDER BY check_clause"),
							"CHECK_CLAUSE"));
			if (kind.equals("postgres")) {
				tables.put("definitions", lines(statement.executeQuery("""
						SELECT conrelid::regclass AS place, conname, pg_get_constraintdef(oid) AS definition
						FROM pg_constraint WHERE conrelid <> 0 AND connamespace = 'public'::regnamespace
						"""), "place", "conname", "definition"));
				tables.put("indexes",
						lines(statement.executeQuery("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"),
								"indexdef"));
			}
			return tables;
		}
	}

	/** Names that H2 makes up are numbered, so they say nothing. */
	private static List<String> lines(ResultSet found, String... columns) throws SQLException {
		List<String> lines = new ArrayList<>();
		while (found.next()) {
			lines.add(List.of(columns).stream().map((column) -> {
				try {
					return column + "="
							+ String.valueOf(found.getString(column))
								.replaceAll("^(CONSTRAINT|PRIMARY_KEY)_.*", "made up")
								.replaceAll("_INDEX_[0-9A-F]+$", "_INDEX");
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
			}).collect(Collectors.joining(" ")).replaceFirst("^TABLE_NAME=", ""));
		}
		lines.sort(null);
		return lines;
	}

}
