package org.mentorprep.account;

/**
 * What the sign-in page shows.
 *
 * @param name of the one account, for password managers
 * @param refused whether a password was wrong just now
 * @param ended whether somebody signed out just now, or the form was too old
 */
public record SignInPage(String name, boolean refused, boolean ended) {
}
