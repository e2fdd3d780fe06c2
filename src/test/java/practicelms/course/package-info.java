/** The course: who is in it, what stands in it, and its gradebook. Knows no LTI. */
package practicelms.course;
