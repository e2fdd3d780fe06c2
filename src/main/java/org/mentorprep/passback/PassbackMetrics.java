package org.mentorprep.passback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Counts what becomes of grades, for whoever runs the tool. */
@Component
class PassbackMetrics {

	private final Counter delivered;

	private final Counter refused;

	private final Counter retried;

	PassbackMetrics(MeterRegistry registry, GradeDeliveries deliveries) {
		this.delivered = counter(registry, "delivered");
		this.refused = counter(registry, "refused");
		this.retried = counter(registry, "retried");
		Gauge.builder("mentorprep.passback.waiting", deliveries, GradeDeliveries::waiting)
			.description("Grades on their way to a gradebook")
			.register(registry);
	}

	void count(Delivery.State state) {
		switch (state) {
			case ARRIVED -> this.delivered.increment();
			case REFUSED -> this.refused.increment();
			case ON_ITS_WAY -> this.retried.increment();
		}
	}

	private static Counter counter(MeterRegistry registry, String outcome) {
		return Counter.builder("mentorprep.passback.grades")
			.description("Grades that were sent, by what came of it")
			.tag("outcome", outcome)
			.register(registry);
	}

}
