/**
 * How the tool registers itself with the LMS, as Moodle does it (LTI Dynamic Registration
 * 1.0).
 */
package practicelms.registration;
