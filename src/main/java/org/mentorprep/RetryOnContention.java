package org.mentorprep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.resilience.annotation.Retryable;

/**
 * Runs a method once more if it met another one that writes the same rows: H2 waits two
 * seconds for a lock and then fails, PostgreSQL ends one of two that wait for each other.
 * It stands outside of the transaction, so each try is a transaction of its own; whoever
 * locks a person carries it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(includes = { ConcurrencyFailureException.class, QueryTimeoutException.class },
		maxRetries = RetryOnContention.MOST, delay = RetryOnContention.DELAY, jitter = RetryOnContention.DELAY,
		multiplier = 2)
public @interface RetryOnContention {

	/** How many times more a method is tried. */
	int MOST = 5;

	/** After the first try, in milliseconds; each later pause is twice as long. */
	int DELAY = 20;

}
