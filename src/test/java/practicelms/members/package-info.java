/** Who is in the course: names and roles (LTI NRPS 2.0), as Moodle serves them. */
package practicelms.members;
