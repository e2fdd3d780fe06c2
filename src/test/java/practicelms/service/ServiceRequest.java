package practicelms.service;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A call of a service, as far as the resources look at it.
 *
 * @param mediaType Accept of a GET, content type of anything else, without parameters
 * @param ids the ids in the path: course, then line item or tool
 */
public record ServiceRequest(String method, String path, @Nullable String mediaType, Map<String, String> query,
		@Nullable String authorization, String body, List<String> ids) {

	boolean isGet() {
		return "GET".equals(this.method);
	}

	ServiceRequest withIds(List<String> ids) {
		return new ServiceRequest(this.method, this.path, this.mediaType, this.query, this.authorization, this.body,
				ids);
	}

	public String courseId() {
		return this.ids.get(0);
	}

	String itemId() {
		return this.ids.get(1);
	}

	public String typeId() {
		return this.ids.get(1);
	}

	public @Nullable String parameter(String name) {
		return this.query.get(name);
	}

}
