package org.mentorprep.passback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.audit.Ledger;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Programme;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LaunchRecorder.LinkLaunched;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.lti.service.CallPermit;
import org.mentorprep.lti.service.ServiceProperties;
import org.mentorprep.lti.service.SigningKey;
import org.mentorprep.passback.Delivery.DeliveryLine;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.ToolKeys;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.Progress.ModuleProgressed;
import org.mentorprep.progress.Progress;
import org.mentorprep.testing.SettableClock;

import practicelms.PracticeLms;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Tool;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * The package passback with the packages it reads from, on a real database and with a
 * practice LMS. The test says how far a mentor has come.
 */
class PassbackFixture implements AutoCloseable {

	static final String ITEM = Gradebook.JUDGEMENTORING_ITEM;

	private final PassbackTables tables = new PassbackTables();

	private final SettableClock clock = new SettableClock();

	private final Progress progress = mock(Progress.class);

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final HttpServer keyServer = keyServer();

	private final PracticeLms lms = PracticeLms.start(0,
			URI.create("http://127.0.0.1:" + this.keyServer.getAddress().getPort()), this.clock);

	private final PlatformId platform = this.tables.platform(this.lms.baseUrl(), Tool.BY_HAND.clientId(),
			this.lms.baseUrl() + "/token");

	PassbackFixture() {
		this(1, 4);
	}

	/**
	 * @param threads how many send grades at once
	 * @param batch how many are claimed at once
	 */
	PassbackFixture(int threads, int batch) {
		Library library = mock(Library.class);
		given(library.current()).willReturn(Standings.PACK);
		this.context.registerBean(DataSource.class, this.tables::dataSource);
		this.context.registerBean(JdbcClient.class, this.tables::jdbc);
		this.context.registerBean(PlatformTransactionManager.class,
				() -> new JdbcTransactionManager(this.tables.dataSource()));
		this.context.registerBean(Clock.class, () -> this.clock);
		this.context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
		this.context.registerBean(Library.class, () -> library);
		this.context.registerBean(Progress.class, () -> this.progress);
		this.context.registerBean(ServiceProperties.class,
				() -> new ServiceProperties(Duration.ofSeconds(10), Duration.ofSeconds(20)));
		this.context.registerBean(PassbackProperties.class,
				() -> new PassbackProperties(SendPolicy.Send.PROGRESS, false, Duration.ofHours(1),
						Duration.ofSeconds(10), Duration.ofMinutes(9), batch, threads, Duration.ofMinutes(1)));
		this.context.registerBean(Ledger.class, () -> mock());
		this.context.registerBean(ToolKeys.class, PassbackFixture::keys);
		this.context.registerBean("messageSource", org.springframework.context.MessageSource.class,
				Standings::messages);
		this.context.registerBean(SigningKey.class, () -> () -> get(ToolKeys.class).signing());
		this.context.registerBean(CallPermit.class, () -> (registration, address) -> true);
		this.context.register(Transactions.class, Proposals.class, Platforms.class, Links.class, SendPolicy.class,
				GradeDeliveries.class, DeliveryClaims.class, DueChecks.class, FailingLineItems.class,
				CircuitBreaker.class, GradeRecorder.class, PassbackMetrics.class, GradeSender.class, ScorePoster.class,
				ResultCheck.class, DeliveryWorker.class, LineItems.class);
		this.context.scan("org.mentorprep.lti.service");
		this.context.refresh();
	}

	private static ToolKeys keys() {
		try {
			RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).algorithm(JWSAlgorithm.RS256).generate();
			ToolKeys keys = mock();
			given(keys.signing()).willReturn(key);
			given(keys.published()).willReturn(new JWKSet(key.toPublicJWK()));
			return keys;
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** As the tool's own JWKS endpoint. */
	private HttpServer keyServer() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
			server.createContext("/.well-known/jwks.json", (exchange) -> {
				byte[] keys = get(ToolKeys.class).published().toString().getBytes(StandardCharsets.UTF_8);
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** No grades here nor there, and nobody has done anything. */
	void reset() {
		this.tables.empty();
		this.lms.reset();
		get(CircuitBreaker.class).succeeded(this.platform, CircuitBreaker.State.CLOSED, lineItem());
		given(this.progress.of(any(), any(ModuleId.class)))
			.willAnswer((call) -> Standings.untouched(call.getArgument(1, ModuleId.class)));
		given(this.progress.of(any(), any(Programme.class)))
			.willAnswer((call) -> Standings.programme(call.getArgument(1, Programme.class)
				.mandatory()
				.stream()
				.map((module) -> this.progress.of(call.getArgument(0, PersonId.class), module))
				.toList()));
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	PassbackTables tables() {
		return this.tables;
	}

	SettableClock clock() {
		return this.clock;
	}

	PracticeLms lms() {
		return this.lms;
	}

	PlatformId platform() {
		return this.platform;
	}

	/** As the operator does. */
	void moveLmsTo(Set<String> sites, @Nullable String tokenAudience) {
		new TransactionTemplate(get(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> get(Proposals.class).settle(this.platform, sites, tokenAudience));
	}

	/** A mentor in the course of the practice LMS, in a link for one module. */
	Enrolment mentor() {
		String sub = this.lms.enrolMentor("Mentor", UUID.randomUUID().toString()).id();
		return this.tables.learner(this.platform, sub, lineItem(), Standings.JUDGING.value());
	}

	/** A mentor in a link of their own, with this line item. */
	Enrolment mentorIn(URI lineItem) {
		String sub = this.lms.enrolMentor("Mentor", UUID.randomUUID().toString()).id();
		return this.tables.learner(this.platform, sub, lineItem, Standings.JUDGING.value());
	}

	/** One more line item in the gradebook. */
	URI addLineItem() {
		return URI.create(this.lms.site()
			.lineItemUrl(this.lms.gradebook().add(new LineItem("", "One more", 100, "", "", null)).id()));
	}

	/** The same person in one more link, whose line item is another one. */
	Enrolment elsewhere(Enrolment mentor, URI lineItem) {
		return this.tables.enrol(this.platform, mentor.person(), mentor.learner(), mentor.sub(), lineItem,
				URI.create(this.lms.site().lineItemsUrl()), Standings.JUDGING.value());
	}

	/** The same person in one more link, which names no line item. */
	Enrolment withoutLineItem(Enrolment mentor, String resourceLinkId) {
		Enrolment bare = elsewhere(mentor, null);
		this.tables.jdbc()
			.sql("UPDATE resource_link SET resource_link_id = ?, deployment_id = ? WHERE id = ?")
			.params(resourceLinkId, bare.link().id().toString(), bare.link().id().value())
			.update();
		return bare;
	}

	/** What course staff see of a grade. */
	DeliveryLine lineOf(Enrolment mentor) {
		return get(GradeDeliveries.class).inCourse(mentor.link().id(), 0, 1).get(0);
	}

	URI lineItem() {
		return URI.create(this.lms.site().lineItemUrl(ITEM));
	}

	practicelms.course.Grade inGradebook(Enrolment mentor) {
		return this.lms.gradebook().grade(mentor.sub(), ITEM);
	}

	/** From now on the person has come so far, and nobody is told. */
	void stands(Enrolment mentor, ModuleProgress standing) {
		given(this.progress.of(eq(mentor.person()), eq(standing.module()))).willReturn(standing);
	}

	/** The person has come so far: published as by progress, in a transaction. */
	void progresses(Enrolment mentor, ModuleProgress standing) {
		stands(mentor, standing);
		publish(new ModuleProgressed(mentor.person(), standing.module()));
	}

	void launches(Enrolment mentor) {
		publish(new LinkLaunched(mentor));
	}

	private void publish(Object event) {
		transaction().executeWithoutResult((status) -> this.context.publishEvent(event));
	}

	TransactionTemplate transaction() {
		return new TransactionTemplate(get(PlatformTransactionManager.class));
	}

	void deliver() {
		get(DeliveryWorker.class).complete(() -> true);
	}

	/** Lets a pause pass, and delivers. */
	void deliverAfter(Duration pause) {
		this.clock.advance(pause);
		deliver();
	}

	double count(String outcome) {
		return get(MeterRegistry.class).get("mentorprep.passback.grades").tag("outcome", outcome).counter().count();
	}

	@Override
	public void close() {
		this.context.close();
		this.lms.close();
		this.keyServer.stop(0);
		this.tables.close();
	}

	/** Makes listeners wait for the commit. */
	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class Transactions {

	}

}
