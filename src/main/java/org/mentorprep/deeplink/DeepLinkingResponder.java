package org.mentorprep.deeplink;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.mentorprep.content.Module;
import org.mentorprep.content.Programme;
import org.mentorprep.deeplink.DeepLinkingRequests.DeepLinking;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.launch.LaunchFilter;
import org.mentorprep.lti.message.DeepLinkingResponse;
import org.mentorprep.lti.message.DeepLinkingResponse.ResourceLinkItem;
import org.mentorprep.lti.message.DeepLinkingResponse.ResourceLinkItem.LineItem;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.ToolKeys;
import org.mentorprep.platform.ToolUrl;

/**
 * Answers a request once, to the platform that it came from: with one item for each
 * activity that was chosen.
 */
@Component
class DeepLinkingResponder {

	/** What our scores are out of. */
	private static final int MAXIMUM = 100;

	/** By this tag our line items differ from others of the same course. */
	private static final String TAG = "completion";

	private final DeepLinkingRequests requests;

	private final Platforms platforms;

	private final ToolKeys keys;

	private final ToolUrl toolUrl;

	private final MessageSource messages;

	private final Clock clock;

	DeepLinkingResponder(DeepLinkingRequests requests, Platforms platforms, ToolKeys keys, ToolUrl toolUrl,
			MessageSource messages, Clock clock) {
		this.requests = requests;
		this.platforms = platforms;
		this.keys = keys;
		this.toolUrl = toolUrl;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * The signed response; empty if the request was answered otherwise before, or if the
	 * platform, or the site that it is to go to, is not trusted any more.
	 */
	Optional<String> respond(DeepLinking request, Selection selection) {
		return this.platforms.find(request.platform())
			.filter(Platform::enabled)
			.filter((platform) -> platform.holds(request.returnUrl()))
			.filter((platform) -> this.requests.answer(request, selection))
			.map((platform) -> response(platform, request, selection));
	}

	private String response(Platform platform, DeepLinking request, Selection selection) {
		return new DeepLinkingResponse(platform.clientId(), platform.issuer(), request.deploymentId(), request.data(),
				items(selection, request.acceptLineItem()))
			.sign(this.keys.signing(), this.clock.instant());
	}

	List<ResourceLinkItem> items(Selection selection, boolean graded) {
		Programme programme = selection.programme();
		if (programme != null) {
			String text = programme.why().isEmpty()
					? this.messages.getMessage("deeplink.item.programme", null, Locale.UK) : programme.why();
			return List.of(item(programme.title(), text, "programme", programme.id().value(), graded));
		}
		return selection.modules().stream().map((module) -> item(module, graded)).toList();
	}

	private ResourceLinkItem item(Module module, boolean graded) {
		return item(module.title(), module.why(), "module", module.id().value(), graded);
	}

	/** The launch finds what was placed by the custom value, in a copied course too. */
	private ResourceLinkItem item(String title, String text, String kind, String id, boolean graded) {
		@Nullable LineItem lineItem = graded ? new LineItem(MAXIMUM, title, kind + ":" + id, TAG) : null;
		return new ResourceLinkItem(title, text, this.toolUrl.at(LaunchFilter.LAUNCH),
				Map.of(kind, id, "ctx_history", "$Context.id.history"), lineItem);
	}

}
