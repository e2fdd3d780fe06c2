package practicelms.launch;

import practicelms.course.Activity;

/** A launch that was begun and not yet answered. */
record PendingLaunch(Activity activity, Container container) {
}
