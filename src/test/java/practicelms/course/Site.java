package practicelms.course;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/** Who the practice LMS is, and how the tool is registered with it. */
public class Site {

	/** Moodle's own number of the tool, which its service addresses carry. */
	public static final String TYPE_ID = "1";

	private final Environment environment;

	private final String toolUrl;

	private volatile boolean split;

	private volatile @Nullable String tokenAudience;

	public Site(Environment environment, URI toolUrl) {
		this.environment = environment;
		this.toolUrl = toolUrl.toString().replaceAll("/$", "");
	}

	/** Address and issuer, without a slash at its end. */
	public String baseUrl() {
		return "http://127.0.0.1:" + this.environment.getRequiredProperty("local.server.port");
	}

	/**
	 * From now on people sign in at one host, and pages and services are at another, as
	 * in many an LMS; or no longer.
	 */
	public void split(boolean split) {
		this.split = split;
	}

	/** Where pages and services are: the same host, unless it is split. */
	public String pagesUrl() {
		return this.split ? baseUrl().replace("127.0.0.1", "localhost") : baseUrl();
	}

	/** From now on tokens are asked for in this name only; or, with null, in any. */
	public void tokenAudience(@Nullable String name) {
		this.tokenAudience = name;
	}

	/** The name in which tokens are asked for; absent if the LMS does not look. */
	public @Nullable String tokenAudience() {
		return this.tokenAudience;
	}

	/** Where the tool expects login initiations. */
	public String toolLogin() {
		return this.toolUrl + "/lti/login";
	}

	/** Where every launch leads. */
	public String toolLaunch() {
		return this.toolUrl + "/lti/launch";
	}

	/** Origin of the tool, for the rights of the frame. */
	public String toolOrigin() {
		URI uri = URI.create(this.toolUrl);
		return uri.getScheme() + "://" + uri.getAuthority();
	}

	/** The tool's public keys. */
	public URI toolJwks() {
		return URI.create(this.toolUrl + "/.well-known/jwks.json");
	}

	/** The registered redirect addresses; compared letter by letter. */
	public List<String> redirectUris() {
		return List.of(toolLaunch());
	}

	/** Address of all columns. */
	public String lineItemsUrl() {
		return services("/lineitems");
	}

	/** Address of one column; it carries a query, as Moodle's. */
	public String lineItemUrl(String itemId) {
		return services("/lineitems/" + itemId + "/lineitem");
	}

	/** Address of one person's result in one column. */
	public String resultUrl(String itemId, String userId) {
		return services("/lineitems/" + itemId + "/lineitem/results") + "&user_id=" + userId;
	}

	/** Address of the people of a course; it carries no query. */
	public String membershipsUrl(String contextId, int typeId) {
		return services() + "/CourseSection/" + contextId + "/bindings/" + typeId + "/memberships";
	}

	private String services(String path) {
		return services() + "/" + Course.ID + path + "?type_id=" + TYPE_ID;
	}

	private String services() {
		return pagesUrl() + "/services.php";
	}

}
