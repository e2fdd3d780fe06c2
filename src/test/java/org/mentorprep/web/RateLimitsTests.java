package org.mentorprep.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.test.util.ReflectionTestUtils;

import org.mentorprep.platform.Platforms;
import org.mentorprep.web.RateLimitFilter.LimitedEndpoint;
import org.mentorprep.web.RateLimits.LimitProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class RateLimitsTests {

	private static final String KNOWN = "https://moodle.example";

	private static final String SCHOOL = "192.0.2.7";

	private final AtomicLong nanos = new AtomicLong();

	private final RateLimits limits = new RateLimits(new LimitProperties(true, 50, 20, 10, 5), platforms(),
			new Steady(this.nanos));

	@ParameterizedTest
	@DisplayName("case 18: of a thousand at once from one address few go on")
	@CsvSource({ "LOGIN, https://moodle.example, 50", "LOGIN, https://nobody.example, 20", "LAUNCH, '', 50",
			"REGISTER, '', 10", "SIGN_IN, '', 5" })
	void fewOfAThousandGoOn(LimitedEndpoint endpoint, String issuer, long few) {
		assertThat(admitted(endpoint, SCHOOL, issuer)).isEqualTo(few);
	}

	@Test
	@DisplayName("case 18: made-up issuers share one limit")
	void madeUpIssuersShareOneLimit() {
		long admitted = IntStream.range(0, 1000)
			.filter((number) -> isAdmitted(LimitedEndpoint.LOGIN, SCHOOL, "https://" + number + ".example"))
			.count();
		assertThat(admitted).isEqualTo(20);
	}

	@Test
	void whoeverMakesIssuersUpDoesNotStopTheSchool() {
		admitted(LimitedEndpoint.LOGIN, SCHOOL, "https://nobody.example");
		assertThat(isAdmitted(LimitedEndpoint.LOGIN, SCHOOL, KNOWN)).isTrue();
	}

	@Test
	void addressesDoNotStopEachOther() {
		admitted(LimitedEndpoint.SIGN_IN, SCHOOL, "");
		assertThat(isAdmitted(LimitedEndpoint.SIGN_IN, "192.0.2.8", "")).isTrue();
	}

	@Test
	void saysHowLongToWait() {
		admitted(LimitedEndpoint.SIGN_IN, SCHOOL, "");
		assertThat(this.limits.untilNext(LimitedEndpoint.SIGN_IN, SCHOOL)).isEqualTo(Duration.ofSeconds(12));
	}

	@Test
	void waitingHelps() {
		admitted(LimitedEndpoint.SIGN_IN, SCHOOL, "");
		this.nanos.addAndGet(Duration.ofSeconds(12).toNanos());
		assertThat(admitted(LimitedEndpoint.SIGN_IN, SCHOOL, "")).isEqualTo(1);
	}

	@Test
	@DisplayName("F25: limits go by a time that nobody can set back")
	void timeIsMonotonic() {
		RateLimits real = new RateLimits(new LimitProperties(true, 50, 20, 10, 5), platforms());
		assertThat(ReflectionTestUtils.getField(real, "time")).isInstanceOfSatisfying(TimeMeter.class,
				(time) -> assertThat(time.isWallClockBased()).isFalse());
	}

	@Test
	@DisplayName("F22: logins of a network are not even read without limit")
	void loginsAreNotReadWithoutLimit() {
		assertThat(IntStream.range(0, 1000)
			.filter((number) -> this.limits.untilNext(LimitedEndpoint.LOGIN, SCHOOL).isZero())
			.count()).isEqualTo(200);
	}

	private long admitted(LimitedEndpoint endpoint, String network, String issuer) {
		return IntStream.range(0, 1000).filter((number) -> isAdmitted(endpoint, network, issuer)).count();
	}

	private boolean isAdmitted(LimitedEndpoint endpoint, String network, String issuer) {
		return ((endpoint == LimitedEndpoint.LOGIN) ? this.limits.untilNextLogin(network, issuer)
				: this.limits.untilNext(endpoint, network))
			.isZero();
	}

	private static Platforms platforms() {
		Platforms platforms = mock();
		given(platforms.issuers()).willReturn(Set.of(KNOWN));
		return platforms;
	}

	private record Steady(AtomicLong nanos) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.nanos.get();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
