package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Repository;

import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.lti.message.WireAddress;
import org.mentorprep.lti.service.LineItemClient;
import org.mentorprep.lti.service.LineItemClient.LineItem;
import org.mentorprep.lti.service.LineItemClient.NewLineItem;
import org.mentorprep.lti.service.ScoreClient;
import org.mentorprep.lti.service.ServiceFailed;

/**
 * The line items of links (AGS 2.0): named by the last launch or, if it named none, found
 * among those of the course or created. Until then a grade waits under a placeholder for
 * the address.
 */
@Repository
class LineItems {

	/** By which we know our line items again (AGS 2.0, section 3.2.7). */
	static final String TAG = "completion";

	private static final String PLACEHOLDER = "urn:mentorprep:line-item-of:";

	private static final String PROGRAMME = "programme";

	private static final String MODULE = "module:";

	private static final int LONGEST_LABEL = 250;

	/** How long a node may search before another may. */
	private static final Duration SEARCH = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Links links;

	private final LineItemClient client;

	private final Clock clock;

	LineItems(JdbcClient jdbc, Links links, LineItemClient client, Clock clock) {
		this.jdbc = jdbc;
		this.links = links;
		this.client = client;
		this.clock = clock;
	}

	/**
	 * Where grades of a link go: to the line item that the last launch named or that was
	 * found since; to a placeholder if the LMS lets us create one; else nowhere.
	 */
	Optional<URI> of(Link link) {
		if (!link.scopes().contains(ScoreClient.SCOPE)) {
			return Optional.empty();
		}
		if (link.lineItem() != null) {
			return Optional.of(WireAddress.isUnusable(link.lineItem()) ? unusable(link.id()) : link.lineItem());
		}
		if (!link.scopes().contains(LineItemClient.SCOPE) || link.lineItems() == null) {
			return Optional.empty();
		}
		return found(link.id()).or(() -> Optional.of(URI.create(PLACEHOLDER + link.id().value())));
	}

	/**
	 * The LMS names a line item for the link that can't be called: never another one. Two
	 * links of a learner are two line items, so this is the link's alone.
	 */
	private static URI unusable(LinkId link) {
		return URI.create(WireAddress.UNUSABLE + ":" + link.value());
	}

	/** The address of a line item as it is stored. */
	static URI read(String stored) {
		try {
			return URI.create(stored);
		}
		catch (IllegalArgumentException ex) {
			return WireAddress.UNUSABLE;
		}
	}

	/** Whether an address only stands for one that is not known yet. */
	static boolean isPlaceholder(URI lineItem) {
		return lineItem.toString().startsWith(PLACEHOLDER);
	}

	/**
	 * The line item of a link whose launches name none: searched for, and created if
	 * there is none.
	 * @throws ServiceFailed if there is none and none can be created
	 */
	URI find(ClientRegistration registration, LinkId link) {
		return found(link).or(() -> search(registration, link, null))
			.orElseThrow(() -> new ServiceFailed(ServiceFailed.Reason.NOT_FOUND));
	}

	/**
	 * Another line item of a link, in place of one that is gone; empty if none is found.
	 * None is created: somebody deleted it.
	 */
	Optional<URI> findAnother(ClientRegistration registration, LinkId link, URI gone) {
		try {
			return search(registration, link, gone);
		}
		catch (ServiceFailed ex) {
			return Optional.empty();
		}
	}

	private Optional<URI> search(ClientRegistration registration, LinkId id, @Nullable URI gone) {
		Link link = this.links.find(id).orElse(null);
		String scope = (link != null) ? scope(link) : null;
		if (link == null || link.lineItems() == null || scope == null) {
			return Optional.empty();
		}
		if (!begin(id)) {
			throw new ServiceFailed(ServiceFailed.Reason.NOT_YET);
		}
		Optional<URI> found = Optional.empty();
		try {
			found = search(registration, link, link.lineItems(), scope, gone);
			return found;
		}
		finally {
			end(id, found.orElse(null));
		}
	}

	private Optional<URI> search(ClientRegistration registration, Link link, URI lineItems, String scope,
			@Nullable URI gone) {
		String resourceLinkId = this.links.resourceLinkId(link.id()).orElseThrow();
		String resourceId = resourceId(link);
		List<LineItem> others = this.client.all(registration, lineItems, scope)
			.stream()
			.filter((item) -> !item.id().equals(gone))
			.toList();
		Optional<URI> known = choose(others, resourceLinkId, resourceId);
		if (known.filter(WireAddress::isUnusable).isPresent()) {
			throw new ServiceFailed(ServiceFailed.Reason.UNUSABLE_ADDRESS);
		}
		if (known.isPresent() || gone != null || !scope.equals(LineItemClient.SCOPE)) {
			return known;
		}
		String title = (link.title() != null && !link.title().isBlank()) ? link.title() : resourceId;
		String label = title.substring(0, Math.min(title.length(), LONGEST_LABEL));
		URI created = this.client
			.create(registration, lineItems, new NewLineItem(label, Grade.MAXIMUM, resourceLinkId, resourceId, TAG))
			.id();
		if (WireAddress.isUnusable(created)) {
			throw new ServiceFailed(ServiceFailed.Reason.UNUSABLE_ADDRESS);
		}
		return Optional.of(created);
	}

	/** Two programmes of one course have a line item each. */
	private static String resourceId(Link link) {
		if (link.module() != null) {
			return MODULE + link.module();
		}
		return (link.programme() != null) ? PROGRAMME + ":" + link.programme() : PROGRAMME;
	}

	/**
	 * All grades of a link go to another line item from now on, those in the old one too.
	 */
	void move(LinkId link, URI from, URI to) {
		this.jdbc.sql("""
				UPDATE grade_delivery SET line_item = :to,
				state_since = CASE WHEN state = 'ON_ITS_WAY' THEN state_since ELSE :now END,
				state = 'ON_ITS_WAY', due_at = :now, check_result = NULL, check_at = NULL
				WHERE resource_link = :link AND line_item = :from AND NOT EXISTS (
				SELECT 1 FROM grade_delivery other
				WHERE other.learner = grade_delivery.learner AND other.line_item = :to)""")
			.param("now", this.clock.instant())
			.param("link", link)
			.param("from", from)
			.param("to", to)
			.update();
	}

	/** Ours for this link; else the link's only one; else ours that has no link. */
	private static Optional<URI> choose(List<LineItem> all, String resourceLinkId, String resourceId) {
		Predicate<LineItem> ours = (item) -> TAG.equals(item.tag()) && isOf(resourceId, item.resourceId());
		List<LineItem> tied = all.stream().filter((item) -> resourceLinkId.equals(item.resourceLinkId())).toList();
		return tied.stream()
			.filter(ours)
			.findFirst()
			.or(() -> (tied.size() == 1) ? Optional.of(tied.get(0)) : Optional.empty())
			.or(() -> all.stream().filter(ours).filter((item) -> item.resourceLinkId() == null).findFirst())
			.map(LineItem::id);
	}

	/** Those placed by deep linking name the programme too. */
	private static boolean isOf(String wanted, @Nullable String resourceId) {
		return wanted.equals(resourceId)
				|| (wanted.equals(PROGRAMME) && resourceId != null && resourceId.startsWith(PROGRAMME + ":"));
	}

	private static @Nullable String scope(Link link) {
		if (link.scopes().contains(LineItemClient.SCOPE)) {
			return LineItemClient.SCOPE;
		}
		return link.scopes().contains(LineItemClient.READ_SCOPE) ? LineItemClient.READ_SCOPE : null;
	}

	private Optional<URI> found(LinkId link) {
		return this.jdbc.sql("""
				SELECT line_item FROM found_line_item
				WHERE resource_link = :link AND line_item IS NOT NULL""")
			.param("link", link)
			.query(String.class)
			.optional()
			.map(LineItems::read);
	}

	/**
	 * Whether the caller may search now. Two who search at once would create two line
	 * items.
	 */
	private boolean begin(LinkId link) {
		Instant now = this.clock.instant();
		int taken = this.jdbc.sql("""
				UPDATE found_line_item SET search_until = :until
				WHERE resource_link = :link AND search_until <= :now""")
			.param("until", now.plus(SEARCH))
			.param("link", link)
			.param("now", now)
			.update();
		return taken == 1 || insert(link, now.plus(SEARCH));
	}

	private boolean insert(LinkId link, Instant until) {
		try {
			this.jdbc.sql("INSERT INTO found_line_item (resource_link, search_until) VALUES (:link, :until)")
				.param("link", link)
				.param("until", until)
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Keeps what was found, if anything, and lets others search. */
	private void end(LinkId link, @Nullable URI found) {
		this.jdbc.sql("UPDATE found_line_item SET line_item = :found, search_until = :now WHERE resource_link = :link")
			.param("found", found)
			.param("now", this.clock.instant())
			.param("link", link)
			.update();
	}

}
