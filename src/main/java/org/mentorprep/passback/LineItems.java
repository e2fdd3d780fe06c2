package org.mentorprep.passback;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.lti.service.LineItemClient;
import org.mentorprep.lti.service.LineItemClient.LineItem;
import org.mentorprep.lti.service.LineItemClient.LineItemWish;
import org.mentorprep.lti.service.ScoreReply;
import org.mentorprep.lti.service.ServiceFailed;

/** Finds the column of a link in the gradebook of the LMS, or has one made. */
@Component
public class LineItems {

	/** By which we know our columns again (AGS 2.0, section 3.2.7). */
	static final String TAG = "completion";

	private static final String PROGRAMME = "programme";

	private static final String MODULE = "module:";

	private static final int LONGEST_LABEL = 250;

	private final SoughtColumns sought;

	private final Links links;

	private final LineItemClient lineItems;

	LineItems(SoughtColumns sought, Links links, LineItemClient lineItems) {
		this.sought = sought;
		this.links = links;
		this.lineItems = lineItems;
	}

	/**
	 * The column of a link that no launch told of: looked for, and made if there is none.
	 */
	public Search missing(ClientRegistration registration, LinkId id, int maximum) {
		Optional<URI> found = this.sought.found(id);
		return found.isPresent() ? Search.found(found.get()) : search(registration, id, null, maximum);
	}

	/**
	 * Another column of a link, in place of one that is gone. None is made: somebody
	 * deleted it.
	 */
	public Search instead(ClientRegistration registration, LinkId id, URI gone) {
		return search(registration, id, gone, 0);
	}

	private Search search(ClientRegistration registration, LinkId id, @Nullable URI gone, int maximum) {
		Link link = this.links.find(id).orElse(null);
		String scope = (link != null) ? scope(link) : null;
		if (link == null || link.lineItems() == null || scope == null) {
			return Search.none();
		}
		if (!this.sought.begin(id)) {
			return Search.failed(new ScoreReply.TryLater(null));
		}
		Search search = Search.none();
		try {
			search = search(registration, link, this.lineItems.all(registration, link.lineItems(), scope), gone,
					maximum);
		}
		catch (ServiceFailed ex) {
			search = Search.failed(ex.reply());
		}
		finally {
			if (search.column() != null) {
				this.sought.keep(id, search.column());
			}
			else {
				this.sought.end(id);
			}
		}
		return search;
	}

	private Search search(ClientRegistration registration, Link link, List<LineItem> all, @Nullable URI gone,
			int maximum) {
		String resourceLinkId = this.links.resourceLinkId(link.id()).orElseThrow();
		String resourceId = resourceId(link);
		List<LineItem> others = all.stream().filter((item) -> !item.id().equals(gone)).toList();
		Optional<URI> known = choose(others, resourceLinkId, resourceId);
		if (known.isPresent()) {
			return Search.found(known.get());
		}
		URI lineItems = link.lineItems();
		if (gone != null || lineItems == null || !link.scopes().contains(LineItemClient.SCOPE)) {
			return Search.none();
		}
		String title = (link.title() != null && !link.title().isBlank()) ? link.title() : resourceId;
		String label = title.substring(0, Math.min(title.length(), LONGEST_LABEL));
		return Search.found(this.lineItems
			.make(registration, lineItems, new LineItemWish(label, maximum, resourceLinkId, resourceId, TAG))
			.id());
	}

	/** Two programmes of one course have a column each. */
	private static String resourceId(Link link) {
		if (link.module() != null) {
			return MODULE + link.module();
		}
		return (link.programme() != null) ? PROGRAMME + ":" + link.programme() : PROGRAMME;
	}

	/** Ours for this link; else the link's only one; else ours that stands by itself. */
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

	/**
	 * What came of looking for a column.
	 *
	 * @param column its address; absent if there is none
	 * @param reply what that means for the grade, if there is none
	 */
	public record Search(@Nullable URI column, ScoreReply reply) {

		static Search found(URI column) {
			return new Search(column, new ScoreReply.Accepted());
		}

		static Search failed(ScoreReply reply) {
			return new Search(null, reply);
		}

		/** There is none, and we may not make one. */
		static Search none() {
			return failed(new ScoreReply.Refused(ScoreReply.Reason.COLUMN_GONE));
		}

	}

}
