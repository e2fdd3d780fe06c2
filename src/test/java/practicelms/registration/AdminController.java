package practicelms.registration;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import practicelms.course.Site;
import practicelms.course.Tools;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Manage tools: where the administrator of the LMS pastes a tool's address, registers the
 * tool in a frame, and activates it.
 */
@Controller
class AdminController {

	private final Site site;

	private final Tools tools;

	private final RegistrationTokens tokens;

	AdminController(Site site, Tools tools, RegistrationTokens tokens) {
		this.site = site;
		this.tools = tools;
		this.tokens = tokens;
	}

	/**
	 * @param url what was pasted; opens the frame
	 */
	@GetMapping("/admin")
	String tools(@RequestParam(required = false) @Nullable String url, Model model) {
		model.addAttribute("tools", this.tools.all());
		model.addAttribute("url", url);
		return "admin";
	}

	/** Keeps the query that is there; the token is in a query, too. */
	@GetMapping("/startregistration")
	String start(@RequestParam URI url) {
		return "redirect:" + UriComponentsBuilder.fromUri(url)
			.queryParam("openid_configuration", "{configuration}")
			.queryParam("registration_token", "{token}")
			.encode()
			.buildAndExpand(this.site.baseUrl() + OpenIdConfigurationController.PATH, this.tokens.issue())
			.toUriString();
	}

	@PostMapping("/admin/tools/{typeId}/activation")
	String activate(@PathVariable int typeId) {
		this.tools.activate(typeId);
		return "redirect:/admin";
	}

}
