/** How a person of the course is sent to the tool: OIDC login and the id_token. */
package practicelms.launch;
