package practicelms.service;

import java.util.LinkedHashMap;
import java.util.Map;

import practicelms.course.LineItem;
import practicelms.course.Site;

/** How a column looks in messages (AGS, section 3.2.4). */
final class LineItemJson {

	static final String FORMAT = "application/vnd.ims.lis.v2.lineitem+json";

	private LineItemJson() {
	}

	static Map<String, Object> of(LineItem item, Site site) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", site.lineItemUrl(item.id()));
		json.put("label", item.label());
		json.put("scoreMaximum", number(item.maximum()));
		json.put("resourceId", item.resourceId());
		json.put("tag", item.tag());
		if (item.resourceLinkId() != null) {
			json.put("resourceLinkId", item.resourceLinkId());
			json.put("ltiLinkId", item.resourceLinkId());
		}
		return json;
	}

	/** Whole numbers come without decimals. */
	static Number number(double value) {
		return (value == Math.rint(value)) ? (Number) (long) value : (Number) value;
	}

}
