package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.lti.message.WireAddress;
import org.mentorprep.lti.service.LineItemClient;
import org.mentorprep.lti.service.LineItemClient.LineItem;
import org.mentorprep.lti.service.LineItemClient.NewLineItem;
import org.mentorprep.lti.service.ServiceFailed;
import org.mentorprep.platform.PlatformId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Answers.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/** Which line item of a course is the one of a link. */
class LineItemsTests {

	private static final URI LINE_ITEMS = URI.create("https://lms.example/lineitems");

	private static final URI MENTORS = URI.create("https://lms.example/lineitems/1");

	private static final URI LEADERS = URI.create("https://lms.example/lineitems/2");

	private static final URI CREATED = URI.create("https://lms.example/lineitems/3");

	private final JdbcClient jdbc = mock();

	private final Links links = mock();

	private final LineItemClient lms = mock();

	private final ClientRegistration registration = mock();

	private final LineItems lineItems = new LineItems(this.jdbc, this.links, this.lms, Clock.systemUTC());

	@BeforeEach
	void nothingIsKnown() {
		JdbcClient.StatementSpec statement = mock(RETURNS_SELF);
		JdbcClient.MappedQuerySpec<String> nothing = mock();
		given(this.jdbc.sql(any())).willReturn(statement);
		given(statement.query(String.class)).willReturn(nothing);
		given(nothing.optional()).willReturn(Optional.empty());
		given(statement.update()).willReturn(1);
		given(this.lms.create(any(), any(), any())).willReturn(new LineItem(CREATED, null, null, null));
	}

	@Test
	void eachProgrammeOfACourseHasALineItem() {
		course(ours(MENTORS, "programme:mentors"), ours(LEADERS, "programme:leaders"));
		assertThat(lineItemOf(null, "mentors")).isEqualTo(MENTORS);
		assertThat(lineItemOf(null, "leaders")).isEqualTo(LEADERS);
	}

	@Test
	void lineItemOfAnotherProgrammeIsLeftAlone() {
		course(ours(MENTORS, "programme:mentors"));
		assertThat(lineItemOf(null, "leaders")).isEqualTo(CREATED);
		assertThat(created()).returns("programme:leaders", NewLineItem::resourceId)
			.returns("completion", NewLineItem::tag);
	}

	@Test
	void linkThatNamesNoProgrammeTakesTheLineItemOfOne() {
		course(ours(MENTORS, "programme:mentors"));
		assertThat(lineItemOf(null, null)).isEqualTo(MENTORS);
	}

	@Test
	void moduleIsNoProgramme() {
		course(ours(MENTORS, "programme:mentors"), ours(LEADERS, "module:asking"));
		assertThat(lineItemOf("asking", null)).isEqualTo(LEADERS);
	}

	@Test
	void lineItemThatTheLmsTiedToTheLinkIsItsOwn() {
		course(ours(MENTORS, "programme:leaders"), new LineItem(LEADERS, null, null, "link-1"));
		assertThat(lineItemOf(null, "leaders")).isEqualTo(LEADERS);
	}

	@Test
	void lineItemTiedToAnotherLinkIsNotTaken() {
		course(new LineItem(MENTORS, "programme:leaders", "completion", "link-2"));
		assertThat(lineItemOf(null, "leaders")).isEqualTo(CREATED);
	}

	@ParameterizedTest
	@CsvSource({ "programme:leaders, completion, ", ", , link-1" })
	@DisplayName("F6: a line item of ours whose address can't be used is not created a second time")
	void createsNoneBesideOneThatCannotBeUsed(String resourceId, String tag, String resourceLinkId) {
		course(new LineItem(WireAddress.UNUSABLE, resourceId, tag, resourceLinkId));
		assertThatExceptionOfType(ServiceFailed.class).isThrownBy(() -> lineItemOf(null, "leaders"))
			.extracting(ServiceFailed::reason)
			.isEqualTo(ServiceFailed.Reason.UNUSABLE_ADDRESS);
		then(this.lms).should(never()).create(any(), any(), any());
	}

	@Test
	@DisplayName("F1: a line item that another thread looks for says nothing about the LMS")
	void waitsForAnotherSearch() {
		JdbcClient.StatementSpec busy = mock(RETURNS_SELF);
		JdbcClient.MappedQuerySpec<String> nothing = mock();
		given(this.jdbc.sql(any())).willReturn(busy);
		given(busy.query(String.class)).willReturn(nothing);
		given(nothing.optional()).willReturn(Optional.empty());
		given(busy.update()).willReturn(0).willThrow(DuplicateKeyException.class);
		assertThatExceptionOfType(ServiceFailed.class).isThrownBy(() -> lineItemOf(null, "leaders"))
			.matches(DeliveryRule::isLocal);
	}

	private void course(LineItem... all) {
		given(this.lms.all(any(), any(), any())).willReturn(List.of(all));
	}

	private static LineItem ours(URI id, String resourceId) {
		return new LineItem(id, resourceId, "completion", null);
	}

	private URI lineItemOf(String module, String programme) {
		Link link = new Link(new LinkId(UUID.randomUUID()), new PlatformId(UUID.randomUUID()), null, "Preparing", null,
				LINE_ITEMS, Set.of(LineItemClient.SCOPE), module, programme);
		given(this.links.find(link.id())).willReturn(Optional.of(link));
		given(this.links.resourceLinkId(link.id())).willReturn(Optional.of("link-1"));
		return this.lineItems.find(this.registration, link.id());
	}

	private NewLineItem created() {
		ArgumentCaptor<NewLineItem> item = ArgumentCaptor.forClass(NewLineItem.class);
		then(this.lms).should().create(any(), any(), item.capture());
		return item.getValue();
	}

}
