package org.mentorprep;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ReflectionUtils;

/**
 * Makes the one {@link JdbcClient} of the application. Its named parameters take ids,
 * instants, URIs and enums as they are, alone or in a collection, and
 * {@code query(SomeRecord.class)} gives them back: a column {@code completed_at} becomes
 * the component {@code completedAt}. An id is a record with one component {@code value}.
 *
 * <p>
 * A column of ids alone is read by {@code query(UUID.class)} or
 * {@code query(String.class)}, for Spring takes a record of one component for a row.
 */
public final class TypedJdbcClient {

	private static final ClassValue<Function<Object, Object>> UNWRAPPING = new ClassValue<>() {

		@Override
		protected Function<Object, Object> computeValue(Class<?> type) {
			return unwrapping(type);
		}

	};

	private TypedJdbcClient() {
	}

	/** A client for a database; H2 and PostgreSQL are the ones tried. */
	public static JdbcClient of(DataSource database) {
		return JdbcClient.create(new UnwrappingTemplate(database), new DefaultConversionService());
	}

	private static @Nullable Object unwrap(@Nullable Object parameter) {
		if (parameter instanceof Collection<?> several) {
			return several.stream().map(TypedJdbcClient::unwrap).toList();
		}
		return (parameter != null) ? UNWRAPPING.get(parameter.getClass()).apply(parameter) : null;
	}

	private static Function<Object, Object> unwrapping(Class<?> type) {
		if (type == Instant.class) {
			// Databases keep microseconds and round up: what is due now would be later.
			return (moment) -> ((Instant) moment).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
		}
		if (type == URI.class) {
			return Object::toString;
		}
		if (Enum.class.isAssignableFrom(type)) {
			return (constant) -> ((Enum<?>) constant).name();
		}
		RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
		if (components.length == 1 && components[0].getName().equals("value")) {
			var value = components[0].getAccessor();
			ReflectionUtils.makeAccessible(value);
			return (id) -> ReflectionUtils.invokeMethod(value, id);
		}
		return Function.identity();
	}

	/** Unwraps each parameter on its way into the statement. */
	private static final class UnwrappingTemplate extends NamedParameterJdbcTemplate {

		UnwrappingTemplate(DataSource database) {
			super(database);
		}

		@Override
		protected PreparedStatementCreator getPreparedStatementCreator(String sql, SqlParameterSource parameters,
				@Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
			return super.getPreparedStatementCreator(sql, new Unwrapped(parameters), customizer);
		}

	}

	/** The same parameters as the database knows them. */
	private record Unwrapped(SqlParameterSource parameters) implements SqlParameterSource {

		@Override
		public boolean hasValue(String name) {
			return this.parameters.hasValue(name);
		}

		@Override
		public @Nullable Object getValue(String name) {
			return unwrap(this.parameters.getValue(name));
		}

		@Override
		public int getSqlType(String name) {
			return this.parameters.getSqlType(name);
		}

		@Override
		public @Nullable String getTypeName(String name) {
			return this.parameters.getTypeName(name);
		}

		@Override
		public String @Nullable [] getParameterNames() {
			return this.parameters.getParameterNames();
		}

	}

}
