/** What a teacher adds to the course after choosing it in the tool: deep linking. */
package practicelms.choice;
