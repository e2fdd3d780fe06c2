package org.mentorprep.deeplink;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.deeplink.DeepLinkingRequests.DeepLinking;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.lti.message.DeepLinkingResponse;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.ToolKeys;

/** Answers a request with what was chosen: once, and to whom it came from. */
@Component
class DeepLinkingResponder {

	private final DeepLinkingRequests deepLinkings;

	private final Placements placed;

	private final ItemBuilder items;

	private final Platforms platforms;

	private final ToolKeys keys;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DeepLinkingResponder(DeepLinkingRequests deepLinkings, Placements placed, ItemBuilder items, Platforms platforms,
			ToolKeys keys, TransactionTemplate transaction, Clock clock) {
		this.deepLinkings = deepLinkings;
		this.placed = placed;
		this.items = items;
		this.platforms = platforms;
		this.keys = keys;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * The signed response; empty if the request was answered before, or if the platform
	 * is trusted no more.
	 */
	Optional<String> place(DeepLinking request, Selection selection) {
		return this.platforms.find(request.platform())
			.filter(Platform::enabled)
			.filter((platform) -> spend(request, selection))
			.map((platform) -> response(platform, request, selection));
	}

	private boolean spend(DeepLinking request, Selection selection) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean first = this.deepLinkings.answer(request);
			if (first) {
				this.placed.note(request, selection);
			}
			return first;
		}));
	}

	private String response(Platform platform, DeepLinking request, Selection selection) {
		return new DeepLinkingResponse(platform.clientId(), platform.issuer(), request.deploymentId(),
				request.settings().data(), this.items.items(selection, request.settings()))
			.sign(this.keys.signing(), this.clock.instant());
	}

}
