package practicelms.choice;

import java.text.ParseException;
import java.util.List;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.Tools;
import practicelms.launch.BrowserSession;
import practicelms.launch.PageMissing;
import practicelms.launch.SelfSubmittingForm;
import practicelms.service.AssertionCheck;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes a tool's choice back into the dialogue, and adds it to the course when the
 * teacher saves it. Like Moodle it looks at issuer, signature and times, and at nothing
 * else of the token.
 */
@Controller
class ChoiceController {

	private static final String ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";

	private final Course course;

	private final Gradebook gradebook;

	private final AssertionCheck check;

	private final Tools tools;

	ChoiceController(Course course, Gradebook gradebook, AssertionCheck check, Tools tools) {
		this.tools = tools;
		this.course = course;
		this.gradebook = gradebook;
		this.check = check;
	}

	/** The tool posts from another site: no cookie comes until the page posts again. */
	@PostMapping("/contentitem_return.php")
	ModelAndView take(@RequestParam("JWT") String token, @RequestParam String sesskey, HttpServletRequest request) {
		BrowserSession session = BrowserSession.of(request).orElse(null);
		if (session == null) {
			return SelfSubmittingForm.again("/contentitem_return.php", request);
		}
		if (!session.sesskey().equals(sesskey)) {
			throw new PageMissing("Your session has most likely timed out");
		}
		List<Proposal> proposals = Proposal.all(verified(token));
		session.propose(proposals);
		return new ModelAndView("chosen", "proposals", proposals);
	}

	@PostMapping("/activities")
	String save(HttpServletRequest request) {
		BrowserSession session = BrowserSession.of(request)
			.orElseThrow(() -> new PageMissing("Choose first who you are"));
		List<?> proposals = session.proposed();
		for (Object proposed : proposals) {
			save((Proposal) proposed, proposals.size() == 1);
		}
		session.propose(List.of());
		return "redirect:/";
	}

	/** A maximum that can't be is a form error for one item, and 100 for several. */
	private void save(Proposal proposal, boolean alone) {
		Proposal.Column column = proposal.column();
		if (column != null && column.maximum() == null && alone) {
			throw new PageMissing("Invalid grade value. This must be an integer between 1 and 100");
		}
		Activity activity = this.course.add(proposal.title(), proposal.text(), proposal.custom());
		if (column != null) {
			this.gradebook.add(activity, (column.maximum() != null) ? column.maximum() : 100, column.resourceId(),
					column.tag());
		}
	}

	private List<Object> verified(String text) {
		try {
			SignedJWT token = SignedJWT.parse(text);
			if (!this.tools.current().clientId().equals(token.getJWTClaimsSet().getIssuer())) {
				throw new PageMissing("Consumer key is incorrect");
			}
			this.check.verify(token);
			return token.getJWTClaimsSet().getListClaim(ITEMS);
		}
		catch (ParseException | AssertionCheck.Invalid ex) {
			throw new PageMissing(String.valueOf(ex.getMessage()));
		}
	}

}
