package org.mentorprep.account;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows the sign-in form; Spring Security takes what it sends. */
@Controller
class SignInController {

	@GetMapping(OperatorSecurity.SIGN_IN)
	ModelAndView form(@RequestParam(required = false) @Nullable String refused,
			@RequestParam(required = false) @Nullable String ended) {
		return new ModelAndView("account/sign-in",
				Map.of("page", new SignInPage(OperatorAccount.NAME, refused != null, ended != null)));
	}

	/**
	 * What the sign-in page shows.
	 *
	 * @param name of the one account, for password managers
	 * @param refused whether a password was wrong just now
	 * @param ended whether somebody signed out just now, or the form was too old
	 */
	public record SignInPage(String name, boolean refused, boolean ended) {
	}

}
