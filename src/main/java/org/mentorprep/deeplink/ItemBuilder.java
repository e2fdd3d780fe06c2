package org.mentorprep.deeplink;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.mentorprep.content.Module;
import org.mentorprep.content.Programme;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingSettings;
import org.mentorprep.lti.message.DeepLinkingResponse.ResourceLinkItem;
import org.mentorprep.lti.message.DeepLinkingResponse.ResourceLinkItem.LineItem;
import org.mentorprep.platform.ToolUrl;

/** Builds what the LMS makes activities from, one item an activity. */
@Component
class ItemBuilder {

	/** What our scores are out of. */
	private static final int MAXIMUM = 100;

	/** Tells our columns from others of the same course. */
	private static final String TAG = "completion";

	private final ToolUrl toolUrl;

	private final MessageSource messages;

	ItemBuilder(ToolUrl toolUrl, MessageSource messages) {
		this.toolUrl = toolUrl;
		this.messages = messages;
	}

	List<ResourceLinkItem> items(Selection selection, DeepLinkingSettings settings) {
		boolean graded = settings.acceptLineItem();
		if (selection.programme() != null) {
			return List.of(programme(selection.programme(), graded));
		}
		return selection.modules().stream().map((module) -> module(module, graded)).toList();
	}

	private ResourceLinkItem module(Module module, boolean graded) {
		return item(module.title(), module.why(), "module", module.id().value(), graded);
	}

	private ResourceLinkItem programme(Programme programme, boolean graded) {
		String text = programme.why().isEmpty() ? this.messages.getMessage("deeplink.item.programme", null, Locale.UK)
				: programme.why();
		return item(programme.title(), text, "programme", programme.id().value(), graded);
	}

	/** The launch finds what was placed by the custom value, in a copied course too. */
	private ResourceLinkItem item(String title, String text, String kind, String id, boolean graded) {
		@Nullable LineItem lineItem = graded ? new LineItem(MAXIMUM, title, kind + ":" + id, TAG) : null;
		return new ResourceLinkItem(title, text, this.toolUrl.at("/lti/launch"),
				Map.of(kind, id, "ctx_history", "$Context.id.history"), lineItem);
	}

}
