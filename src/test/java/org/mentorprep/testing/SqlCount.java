package org.mentorprep.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lists the SQL statements that requests and the test itself execute, so that a test can
 * say how many a page costs. What background threads do is left out, but counted for
 * threads that send grades. Left out, too, is what is asked every few seconds and kept,
 * whoever comes meanwhile: it hits one request or another.
 */
public final class SqlCount implements BeanPostProcessor {

	private static final Pattern KEPT = Pattern.compile("FROM pack_activation\\b|SELECT DISTINCT issuer");

	private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();

	private static final LongAdder GRADE_THREADS = new LongAdder();

	private static volatile Thread test;

	/** The statements that were executed while this ran, oldest first. */
	public static List<String> during(Runnable work) {
		STATEMENTS.clear();
		test = Thread.currentThread();
		try {
			work.run();
			return List.copyOf(STATEMENTS);
		}
		finally {
			test = null;
		}
	}

	/** How many statements threads that send grades have executed so far. */
	public static long ofGradeThreads() {
		return GRADE_THREADS.sum();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource dataSource) ? new Counting(dataSource) : bean;
	}

	private static void count(String sql) {
		Thread thread = Thread.currentThread();
		if (thread.getName().startsWith("grade-")) {
			GRADE_THREADS.increment();
		}
		if (test != null && (thread == test || thread.getName().startsWith("tomcat-handler")
				|| thread.getName().startsWith("http-nio"))) {
			if (!KEPT.matcher(sql).find()) {
				STATEMENTS.add(sql);
			}
		}
	}

	/** Hands out connections that count. */
	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return counting(Connection.class, super.getConnection(), null);
		}

	}

	private static <T> T counting(Class<T> type, T target, String sql) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				if (sql != null && method.getName().startsWith("execute")) {
					count(sql);
				}
				Object result = invoke(target, method, arguments);
				return (result instanceof PreparedStatement statement)
						? counting(PreparedStatement.class, statement, (String) arguments[0]) : result;
			}));
	}

	private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
