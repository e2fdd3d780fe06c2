package practicelms.launch;

import org.jspecify.annotations.Nullable;
import practicelms.course.Activity;
import practicelms.course.Course;

/**
 * A launch that was begun and not yet answered.
 *
 * @param activity what is opened; absent if something is to be chosen
 * @param forUser whose work a teacher opens from the gradebook; absent else
 */
record PendingLaunch(@Nullable Activity activity, Container container, @Nullable String forUser) {

	String contextId() {
		return (this.activity != null) ? this.activity.contextId() : Course.ID;
	}

}
