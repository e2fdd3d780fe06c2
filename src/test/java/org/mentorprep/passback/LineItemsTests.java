package org.mentorprep.passback;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.lti.service.LineItemClient;
import org.mentorprep.lti.service.LineItemClient.LineItem;
import org.mentorprep.lti.service.LineItemClient.LineItemWish;
import org.mentorprep.platform.PlatformId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/** Which column of a course is the one of a link. */
class LineItemsTests {

	private static final URI COLUMNS = URI.create("https://lms.example/lineitems");

	private static final URI MENTORS = URI.create("https://lms.example/lineitems/1");

	private static final URI LEADERS = URI.create("https://lms.example/lineitems/2");

	private static final URI MADE = URI.create("https://lms.example/lineitems/3");

	private final SoughtColumns sought = mock();

	private final Links links = mock();

	private final LineItemClient lms = mock();

	private final ClientRegistration registration = mock();

	private final LineItems finder = new LineItems(this.sought, this.links, this.lms);

	@BeforeEach
	void nobodySearches() {
		given(this.sought.found(any())).willReturn(Optional.empty());
		given(this.sought.begin(any())).willReturn(true);
		given(this.lms.make(any(), any(), any())).willReturn(new LineItem(MADE, null, null, null));
	}

	@Test
	void eachProgrammeOfACourseHasAColumn() {
		columns(ours(MENTORS, "programme:mentors"), ours(LEADERS, "programme:leaders"));
		assertThat(columnOf(null, "mentors")).isEqualTo(MENTORS);
		assertThat(columnOf(null, "leaders")).isEqualTo(LEADERS);
	}

	@Test
	void columnOfAnotherProgrammeIsLeftAlone() {
		columns(ours(MENTORS, "programme:mentors"));
		assertThat(columnOf(null, "leaders")).isEqualTo(MADE);
		assertThat(wish()).returns("programme:leaders", LineItemWish::resourceId)
			.returns("completion", LineItemWish::tag);
	}

	@Test
	void linkThatNamesNoProgrammeTakesTheColumnOfOne() {
		columns(ours(MENTORS, "programme:mentors"));
		assertThat(columnOf(null, null)).isEqualTo(MENTORS);
	}

	@Test
	void moduleIsNoProgramme() {
		columns(ours(MENTORS, "programme:mentors"), ours(LEADERS, "module:asking"));
		assertThat(columnOf("asking", null)).isEqualTo(LEADERS);
	}

	@Test
	void columnThatTheLmsTiedToTheLinkIsItsOwn() {
		columns(ours(MENTORS, "programme:leaders"), new LineItem(LEADERS, null, null, "link-1"));
		assertThat(columnOf(null, "leaders")).isEqualTo(LEADERS);
	}

	@Test
	void columnTiedToAnotherLinkIsNotTaken() {
		columns(new LineItem(MENTORS, "programme:leaders", "completion", "link-2"));
		assertThat(columnOf(null, "leaders")).isEqualTo(MADE);
	}

	private void columns(LineItem... all) {
		given(this.lms.all(any(), any(), any())).willReturn(List.of(all));
	}

	private static LineItem ours(URI id, String resourceId) {
		return new LineItem(id, resourceId, "completion", null);
	}

	private URI columnOf(String module, String programme) {
		Link link = new Link(new LinkId(UUID.randomUUID()), new PlatformId(UUID.randomUUID()), null, "Preparing", null,
				COLUMNS, Set.of(LineItemClient.SCOPE), module, programme);
		given(this.links.find(link.id())).willReturn(Optional.of(link));
		given(this.links.resourceLinkId(link.id())).willReturn(Optional.of("link-1"));
		return this.finder.missing(this.registration, link.id(), 100).column();
	}

	private LineItemWish wish() {
		ArgumentCaptor<LineItemWish> wish = ArgumentCaptor.forClass(LineItemWish.class);
		then(this.lms).should().make(any(), any(), wish.capture());
		return wish.getValue();
	}

}
