package practicelms.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One kind of address under services.php. */
public interface Resource {

	/** The path; its groups are the ids. */
	Pattern path();

	/** The media types by which the resource is found. */
	List<String> formats();

	/** Methods that are known here; any other is answered with 405. */
	Set<String> methods();

	ServiceAnswer execute(ServiceRequest request);

}
