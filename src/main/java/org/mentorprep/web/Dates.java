package org.mentorprep.web;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.context.MessageSource;

/**
 * Formats days and times as people say them: with the year only when it isn't this one.
 * The patterns are in the message files, because every language has its own.
 */
record Dates(Clock clock, ZoneId zone, MessageSource messages, Locale locale) {

	/** For example '21 September'. */
	public String day(Instant instant) {
		return format(instant, thisYear(instant) ? "web.pattern.day" : "web.pattern.day-and-year");
	}

	/** For example '21 September, 16.42'. */
	public String moment(Instant instant) {
		return format(instant, thisYear(instant) ? "web.pattern.moment" : "web.pattern.moment-and-year");
	}

	private boolean thisYear(Instant instant) {
		return Year.from(instant.atZone(this.zone)).equals(Year.now(this.clock.withZone(this.zone)));
	}

	private String format(Instant instant, String pattern) {
		ZonedDateTime there = instant.atZone(this.zone);
		return DateTimeFormatter.ofPattern(this.messages.getMessage(pattern, null, this.locale), this.locale)
			.format(there);
	}

}
