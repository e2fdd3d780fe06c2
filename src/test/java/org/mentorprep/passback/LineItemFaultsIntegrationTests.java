package org.mentorprep.passback;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practicelms.service.Faults;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.mentorprep.audit.Actor;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.lti.message.WireAddress;
import org.mentorprep.passback.Delivery.DeliveryLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a line item that is broken costs the others: nothing. By default settings. */
@Tag("database")
@Tag("sql")
@ExtendWith(OutputCaptureExtension.class)
class LineItemFaultsIntegrationTests {

	private static final PassbackFixture PASSBACK = new PassbackFixture(4, 20);

	@BeforeEach
	void reset() {
		PASSBACK.lms().faults().clear();
		PASSBACK.reset();
	}

	@AfterAll
	static void close() {
		PASSBACK.close();
	}

	@ParameterizedTest
	@CsvSource({ "1, 2", "30, 100" })
	@DisplayName("F1: a healthy line item is served within one poll while others are broken")
	void servesHealthyLineItemWhileOthersAreBroken(int broken, int all) {
		List<URI> items = Stream.generate(PASSBACK::addLineItem).limit(all).toList();
		items.subList(0, broken).forEach(LineItemFaultsIntegrationTests::breakDown);
		List<Enrolment> stuck = items.subList(0, broken).stream().flatMap((item) -> grades(item, 4)).toList();
		PASSBACK.deliver();
		for (int poll = 0; poll < 6; poll++) {
			PASSBACK.deliverAfter(Duration.ofSeconds(5));
		}
		List<Enrolment> healthy = items.subList(broken, all).stream().flatMap((item) -> grades(item, 1)).toList();
		PASSBACK.deliver();
		assertThat(healthy).allSatisfy((each) -> assertThat(state(each)).isEqualTo("ARRIVED"));
		assertThat(stuck).allSatisfy((each) -> assertThat(state(each)).isEqualTo("ON_ITS_WAY"));
	}

	@Test
	@DisplayName("F1: healthy line items are served at the first sight of thirty broken ones, too")
	void servesHealthyLineItemsAtFirstSight() {
		List<URI> items = Stream.generate(PASSBACK::addLineItem).limit(100).toList();
		items.subList(0, 30).forEach(LineItemFaultsIntegrationTests::breakDown);
		List<Enrolment> mentors = items.stream().flatMap((item) -> grades(item, 1)).toList();
		PASSBACK.deliver();
		assertThat(mentors.subList(30, 100)).allSatisfy((each) -> assertThat(state(each)).isEqualTo("ARRIVED"));
	}

	@Test
	@DisplayName("F1: a broken line item is parked, and its page says so, not that the LMS is not answering")
	void parksBrokenLineItem() {
		URI item = PASSBACK.addLineItem();
		breakDown(item);
		List<Enrolment> mentors = grades(item, 6).toList();
		PASSBACK.deliver();
		assertThat(PASSBACK.lms().received().scores()).hasSize(FailingLineItems.FAILURES);
		assertThat(PASSBACK.get(CircuitBreaker.class).isClosed(PASSBACK.platform())).isTrue();
		assertThat(mentors).allSatisfy(
				(each) -> assertThat(PASSBACK.lineOf(each).reason()).isEqualTo(Delivery.Reason.LINE_ITEM_FAILING));
	}

	@Test
	@DisplayName("F1: a parked line item is tried by one grade after the other, and all go when it works")
	void triesParkedLineItemInTurn() {
		URI item = PASSBACK.addLineItem();
		breakDown(item);
		List<Enrolment> mentors = grades(item, 6).toList();
		PASSBACK.deliver();
		PASSBACK.deliverAfter(Duration.ofSeconds(10));
		PASSBACK.deliverAfter(Duration.ofSeconds(20));
		assertThat(mentors).extracting((each) -> PASSBACK.tables().of(each, "tries", Integer.class)).containsOnly(0, 1);
		PASSBACK.lms().faults().clear();
		PASSBACK.deliverAfter(Duration.ofSeconds(40));
		assertThat(mentors).allSatisfy((each) -> assertThat(state(each)).isEqualTo("ARRIVED"));
	}

	@Test
	@DisplayName("F1: one person whose score fails holds up nobody else in the line item")
	void servesOthersInLineItemBesideOneThatFails() {
		URI item = PASSBACK.addLineItem();
		breakDown(item);
		Enrolment first = grades(item, 1).findFirst().orElseThrow();
		PASSBACK.deliver();
		PASSBACK.lms().faults().clear();
		Enrolment second = grades(item, 1).findFirst().orElseThrow();
		PASSBACK.deliver();
		assertThat(state(first)).isEqualTo("ON_ITS_WAY");
		assertThat(state(second)).isEqualTo("ARRIVED");
	}

	@Test
	@DisplayName("F1: 'Send again' tries a parked line item at once")
	void resendTriesParkedLineItem() {
		URI item = PASSBACK.addLineItem();
		breakDown(item);
		List<Enrolment> mentors = grades(item, 4).toList();
		PASSBACK.deliver();
		PASSBACK.lms().faults().clear();
		Enrolment tried = mentors.stream()
			.filter((each) -> PASSBACK.tables().of(each, "tries", Integer.class) > 0)
			.findFirst()
			.orElseThrow();
		PASSBACK.transaction()
			.executeWithoutResult((status) -> PASSBACK.get(GradeDeliveries.class)
				.resend(Actor.tool(), PASSBACK.lineOf(tried).id(), tried.link().id()));
		PASSBACK.deliver();
		assertThat(state(tried)).isEqualTo("ARRIVED");
	}

	@Test
	@DisplayName("F1: an LMS of which several line items fail is left alone, and all go when it is back")
	void leavesLmsAloneOfWhichSeveralLineItemsFail() {
		PASSBACK.lms().faults().takeDown(Faults.Door.SCORES);
		List<Enrolment> mentors = Stream.generate(PASSBACK::addLineItem)
			.limit(8)
			.flatMap((item) -> grades(item, 2))
			.toList();
		PASSBACK.deliver();
		assertThat(PASSBACK.get(CircuitBreaker.class).isClosed(PASSBACK.platform())).isFalse();
		assertThat(mentors)
			.allSatisfy((each) -> assertThat(PASSBACK.lineOf(each).reason()).isEqualTo(Delivery.Reason.TRY_LATER));
		int calls = PASSBACK.lms().received().scores().size();
		PASSBACK.deliverAfter(Duration.ofSeconds(10));
		assertThat(PASSBACK.lms().received().scores()).hasSize(calls + 1);
		PASSBACK.lms().faults().clear();
		PASSBACK.deliverAfter(Duration.ofSeconds(20));
		assertThat(mentors).allSatisfy((each) -> assertThat(state(each)).isEqualTo("ARRIVED"));
		assertThat(PASSBACK.tables().jdbc().sql("SELECT count(*) FROM failing_line_item").query(Integer.class).single())
			.isZero();
	}

	@Test
	@DisplayName("F1: a line item that does not answer holds one thread, and healthy ones go meanwhile")
	void servesHealthyLineItemWhileAnotherHangs() {
		URI hanging = PASSBACK.addLineItem();
		PASSBACK.lms().faults().holdLineItem(id(hanging));
		grades(hanging, 1).toList();
		CompletableFuture<Void> delivery = CompletableFuture.runAsync(PASSBACK::deliver);
		await().atMost(Duration.ofSeconds(10)).until(() -> claimed() == 1);
		Enrolment healthy = grades(PASSBACK.addLineItem(), 1).findFirst().orElseThrow();
		CompletableFuture<Void> other = CompletableFuture.runAsync(PASSBACK::deliver);
		await().atMost(Duration.ofSeconds(10)).until(() -> "ARRIVED".equals(state(healthy)));
		assertThat(delivery).isNotDone();
		PASSBACK.lms().faults().clear();
		CompletableFuture.allOf(delivery, other).join();
	}

	@Test
	@DisplayName("F1: what one node found out holds for all: only one of them tries a failing line item")
	void knowsFailingLineItemsOnAllNodes() {
		URI item = PASSBACK.addLineItem();
		breakDown(item);
		grades(item, 6).toList();
		PASSBACK.deliver();
		assertThat(PASSBACK.get(DeliveryClaims.class).due(PASSBACK.platform(), 20)).isEmpty();
		PASSBACK.clock().advance(Duration.ofSeconds(10));
		assertThat(otherNode().take(PASSBACK.platform())).contains(item);
		assertThat(otherNode().take(PASSBACK.platform())).isEmpty();
	}

	@Test
	@DisplayName("F1: an address with [] is called as it stands, and one that is none is refused alone")
	void callsAddressWithBracketsAsItStands() {
		Enrolment brackets = grades(URI.create(PASSBACK.lineItem() + "&ids[]=7"), 1).findFirst().orElseThrow();
		PASSBACK.deliver();
		assertThat(PASSBACK.lineOf(brackets)).returns(null, DeliveryLine::reason)
			.returns(Delivery.State.ARRIVED, DeliveryLine::state);
		PASSBACK.deliverAfter(Duration.ofMinutes(1));
		assertThat(PASSBACK.lineOf(brackets).checkResult()).isEqualTo(Delivery.CheckResult.AS_SENT);
		Enrolment broken = grades(PASSBACK.addLineItem(), 1).findFirst().orElseThrow();
		PASSBACK.tables()
			.jdbc()
			.sql("UPDATE grade_delivery SET line_item = 'https://lms.example/{id}|' WHERE learner = ?")
			.param(broken.learner().value())
			.update();
		Enrolment healthy = grades(PASSBACK.lineItem(), 1).findFirst().orElseThrow();
		PASSBACK.deliver();
		assertThat(PASSBACK.lineOf(healthy)).returns(null, DeliveryLine::reason)
			.returns(Delivery.State.ARRIVED, DeliveryLine::state);
		assertThat(PASSBACK.tables().of(broken, "reason", String.class)).isEqualTo("UNUSABLE_ADDRESS");
	}

	@Test
	@DisplayName("F1: a fault of ours refuses one grade, with a reference that stands in the log")
	void refusesGradeThatToolCannotSend(CapturedOutput output) {
		Enrolment faulty = grades(PASSBACK.lineItem(), 1).findFirst().orElseThrow();
		// No score is made of a blank remark.
		PASSBACK.tables()
			.jdbc()
			.sql("UPDATE grade_delivery SET remark = ' ' WHERE learner = ?")
			.param(faulty.learner().value())
			.update();
		Enrolment healthy = grades(PASSBACK.lineItem(), 1).findFirst().orElseThrow();
		PASSBACK.deliver();
		DeliveryLine line = PASSBACK.lineOf(faulty);
		assertThat(line.state()).isEqualTo(Delivery.State.REFUSED);
		assertThat(line.reason()).isEqualTo(Delivery.Reason.TOOL_FAULT);
		assertThat(line.said()).isNotBlank();
		assertThat(output).contains("reference " + line.said());
		assertThat(state(healthy)).isEqualTo("ARRIVED");
	}

	@ParameterizedTest
	@DisplayName("F4, F5: what the LMS answers is told for what it is")
	@CsvSource(delimiter = '|',
			textBlock = """
					200 | text/html                | <html>Sign in</html>                                     | UNCLEAR        |
					302 | text/html                |                                                          | MOVED          |
					405 | text/plain               | Method not allowed                                       | TURNED_DOWN    | Method not allowed
					413 | text/html                | <h1>Too large</h1>                                       | TURNED_DOWN    |
					415 | application/json         | {"message":"Media type is not supported"}                | TURNED_DOWN    | Media type is not supported
					400 | application/json         | {"errors":[{"message":"This course has concluded."}]}    | COURSE_CLOSED  | This course has concluded.
					404 | application/json         | {"message":"User not found"}                             | NOT_ACCEPTED   | User not found
					404 | application/json         | {"message":"Line item not found for this user"}          | LINE_ITEM_GONE | Line item not found for this user
					""")
	void tellsWhatLmsAnswers(int status, String type, String body, Delivery.Reason reason, String said) {
		URI item = PASSBACK.addLineItem();
		PASSBACK.lms().faults().breakLineItem(id(item), status, type, (body != null) ? body : "-");
		Enrolment mentor = grades(item, 1).findFirst().orElseThrow();
		PASSBACK.deliver();
		DeliveryLine line = PASSBACK.lineOf(mentor);
		assertThat(line.reason()).isEqualTo(reason);
		assertThat(line.said()).isEqualTo(said);
	}

	@Test
	@DisplayName("F6: no line item is created for a link whose launch names one that can't be used")
	void createsNoneWhereLaunchNamedOne() {
		int before = PASSBACK.lms().gradebook().lineItems().size();
		Enrolment mentor = PASSBACK.elsewhere(PASSBACK.mentor(), WireAddress.UNUSABLE);
		Enrolment other = PASSBACK.elsewhere(mentor, WireAddress.UNUSABLE);
		PASSBACK.progresses(mentor, Standings.completed(Standings.JUDGING, 83));
		PASSBACK.deliver();
		for (Enrolment each : List.of(mentor, other)) {
			assertThat(PASSBACK.lineOf(each).reason()).isEqualTo(Delivery.Reason.UNUSABLE_ADDRESS);
			assertThat(PASSBACK.lineOf(each).state()).isEqualTo(Delivery.State.REFUSED);
		}
		assertThat(PASSBACK.lms().gradebook().lineItems()).hasSize(before);
	}

	@Test
	@DisplayName("F1, F5: a reason that another version wrote does not break the page")
	void readsUnknownReasonLeniently() {
		Enrolment mentor = grades(PASSBACK.lineItem(), 1).findFirst().orElseThrow();
		PASSBACK.tables()
			.jdbc()
			.sql("UPDATE grade_delivery SET reason = 'FROM_THE_FUTURE', check_result = 'ALSO' WHERE learner = ?")
			.param(mentor.learner().value())
			.update();
		assertThat(PASSBACK.lineOf(mentor).reason()).isNull();
		assertThat(PASSBACK.lineOf(mentor).checkResult()).isNull();
		assertThat(PASSBACK.get(GradeDeliveries.class).of(mentor.learner(), mentor.link().id())).isPresent();
	}

	private static Stream<Enrolment> grades(URI item, int number) {
		return Stream.generate(() -> {
			Enrolment mentor = PASSBACK.mentorIn(item);
			PASSBACK.progresses(mentor, Standings.completed(Standings.JUDGING, 83));
			return mentor;
		}).limit(number);
	}

	private static void breakDown(URI item) {
		PASSBACK.lms().faults().breakLineItem(id(item), 500, "text/html", "<h1>Internal Server Error</h1>");
	}

	private static String id(URI item) {
		return item.getPath().replaceAll(".*/lineitems/([^/]+)/.*", "$1");
	}

	private static String state(Enrolment mentor) {
		return PASSBACK.tables().of(mentor, "state", String.class);
	}

	private static FailingLineItems otherNode() {
		return new FailingLineItems(PASSBACK.tables().jdbc(), PASSBACK.get(PassbackProperties.class), PASSBACK.clock());
	}

	private static int claimed() {
		return PASSBACK.tables()
			.jdbc()
			.sql("SELECT COUNT(*) FROM grade_delivery WHERE claimed_until IS NOT NULL")
			.query(Integer.class)
			.single();
	}

}
