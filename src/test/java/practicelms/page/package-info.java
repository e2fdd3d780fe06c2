/** What a person sees of the practice LMS in a browser. */
package practicelms.page;
