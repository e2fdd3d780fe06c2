package org.mentorprep.account;

import java.util.List;

import org.mentorprep.account.SignInController.SignInPage;
import org.mentorprep.testing.Sample;

/** The sign-in page as it can look. */
public final class SignInSamples {

	private SignInSamples() {
	}

	public static List<Sample> all() {
		return List.of(new Sample("operator-sign-in", "account/sign-in", new SignInPage("operator", false, true)),
				new Sample("operator-sign-in-refused", "account/sign-in", new SignInPage("operator", true, false)));
	}

}
