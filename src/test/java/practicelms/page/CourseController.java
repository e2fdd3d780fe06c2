package practicelms.page;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Person;
import practicelms.course.Site;
import practicelms.launch.BrowserSession;
import practicelms.launch.PageMissing;
import practicelms.service.Faults;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of the practice LMS: the course with its gradebook and switches, and an
 * activity with the tool in a frame.
 */
@Controller
class CourseController {

	private final Site site;

	private final Course course;

	private final Gradebook gradebook;

	private final Faults faults;

	CourseController(Site site, Course course, Gradebook gradebook, Faults faults) {
		this.site = site;
		this.course = course;
		this.gradebook = gradebook;
		this.faults = faults;
	}

	@GetMapping("/")
	String course(HttpServletRequest request, Model model) {
		model.addAttribute("course", this.course);
		model.addAttribute("me", BrowserSession.of(request).map(BrowserSession::person).orElse(null));
		model.addAttribute("rows", rows());
		model.addAttribute("doors", Faults.Door.values());
		model.addAttribute("faults", this.faults);
		return "course";
	}

	/** The rows alone, for the script that keeps the page up to date. */
	@GetMapping("/gradebook")
	String gradebook(Model model) {
		model.addAttribute("rows", rows());
		return "gradebook :: table";
	}

	@PostMapping("/be")
	String be(@RequestParam String person, HttpServletRequest request) {
		Person chosen = this.course.person(person).orElseThrow(() -> new PageMissing("No such person"));
		BrowserSession.begin(request, chosen);
		return "redirect:/";
	}

	@PostMapping("/faults")
	String fault(@RequestParam Faults.Door door, @RequestParam boolean down) {
		if (down) {
			this.faults.takeDown(door);
		}
		else {
			this.faults.bringBack(door);
		}
		return "redirect:/#services";
	}

	@GetMapping("/activities/{cmid}")
	String activity(@PathVariable int cmid, HttpServletRequest request, Model model) {
		Activity activity = this.course.activity(cmid).orElseThrow(() -> new PageMissing("No such activity"));
		BrowserSession session = BrowserSession.of(request).orElse(null);
		if (session == null) {
			return "redirect:/";
		}
		model.addAttribute("course", this.course);
		model.addAttribute("activity", activity);
		model.addAttribute("me", session.person());
		model.addAttribute("toolOrigin", this.site.toolOrigin());
		return "activity";
	}

	/** The dialogue in which a teacher chooses what to add. */
	@GetMapping("/activities/new")
	String choose(Model model) {
		model.addAttribute("course", this.course);
		return "choose";
	}

	@PostMapping("/copy")
	String copy() {
		this.course.copy();
		return "redirect:/";
	}

	/** The grades go; the tool hears nothing of it. */
	@PostMapping("/reset")
	String reset() {
		this.gradebook.reset();
		return "redirect:/#grades";
	}

	/** Somebody's work, opened from the gradebook in the frame of an activity. */
	@GetMapping("/review/{cmid}/{user}")
	String review(@PathVariable int cmid, @PathVariable String user, HttpServletRequest request, Model model) {
		model.addAttribute("forUser", user);
		return activity(cmid, request, model);
	}

	/** Where a tool sends people back to; breaks out of the frame. */
	@GetMapping("/return.php")
	String back(@RequestParam(name = "lti_msg", required = false) String message,
			@RequestParam(name = "lti_errormsg", required = false) String error, Model model) {
		model.addAttribute("message", (error != null) ? error : message);
		return "return";
	}

	private List<GradebookRow> rows() {
		List<GradebookRow> rows = new ArrayList<>();
		for (Person person : this.course.people()) {
			if (person.duty().isGradable()) {
				for (LineItem item : this.gradebook.lineItems()) {
					rows.add(GradebookRow.of(person, cmid(item), item, this.gradebook.grade(person.id(), item.id())));
				}
			}
		}
		return rows;
	}

	/** The activity that a column belongs to; 0 if a tool has untied it. */
	private int cmid(LineItem item) {
		return this.course.activities()
			.stream()
			.filter((activity) -> activity.resourceLinkId().equals(item.resourceLinkId()))
			.mapToInt(Activity::cmid)
			.findFirst()
			.orElse(0);
	}

}
