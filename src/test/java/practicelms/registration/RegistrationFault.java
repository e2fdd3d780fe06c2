package practicelms.registration;

/** What the LMS can do wrong when a tool registers. */
public enum RegistrationFault {

	/** The configuration lacks its token endpoint and its key set. */
	MISSING_FIELDS,

	/** The configuration is elsewhere: a redirect leads there. */
	REDIRECT,

	/** The configuration does not come before the fault is switched off. */
	SLOW,

	/** The configuration is larger than anybody needs. */
	HUGE,

	/** The configuration speaks for another host. */
	FOREIGN_ISSUER,

	/** The key set is said to be inside some network. */
	PRIVATE_ENDPOINT,

	/** The answer does not say as which client. */
	NO_CLIENT_ID,

	/** The answer does not say in which deployment. */
	NO_DEPLOYMENT_ID,

	/** The answer is a reason, in bare text. */
	ERROR_TEXT,

	/** The answer is an error page. */
	ERROR_PAGE,

	/** The answer is given under a client id that is the same each time. */
	KNOWN_CLIENT_ID,

	/** The answer is given under the client id that every practice LMS gives by hand. */
	OTHERS_CLIENT_ID

}
