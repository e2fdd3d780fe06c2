package org.mentorprep.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.mentorprep.account.SignInSamples;
import org.mentorprep.attempt.AttemptSamples;
import org.mentorprep.attempt.PreviewSamples;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.course.CourseSamples;
import org.mentorprep.course.GradesSamples;
import org.mentorprep.deeplink.DeepLinkSamples;
import org.mentorprep.diagnostic.DiagnosticSamples;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchSamples;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.library.LibrarySamples;
import org.mentorprep.mentor.MentorSamples;
import org.mentorprep.registration.PlatformSamples;
import org.mentorprep.testing.Sample;
import org.mentorprep.web.BusyController.BusyPage;
import org.mentorprep.web.ErrorPageController.ErrorPage;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Shows every template with samples, without database, LMS or sign-in.
 */
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, MessageSourceAutoConfiguration.class,
		TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class })
@Import({ Gallery.Room.class, LayoutAdvice.class })
class Gallery {

	private static final UUID LINK = UUID.fromString("00000000-0000-0000-0000-000000000001");

	/** Made once: some samples are whole attempts, worked through. */
	private static final List<Sample> SAMPLES = Stream
		.of(AttemptSamples.all(), MentorSamples.all(), DeepLinkSamples.all(), LaunchSamples.all(), CourseSamples.all(),
				errors(), OperatorSamples.all(), SignInSamples.all(), PlatformSamples.all(), LibrarySamples.all(),
				GradesSamples.all(), PreviewSamples.all(), DiagnosticSamples.all())
		.flatMap(List::stream)
		.toList();

	static List<Sample> samples() {
		return SAMPLES;
	}

	private static List<Sample> errors() {
		return List.of(new Sample("busy", "web/busy", new BusyPage(2)),
				new Sample("unavailable", "web/unavailable", ""),
				new Sample("error", "web/error", new ErrorPage("web.error.broken", List.of(), "R7K2-QD4M")),
				new Sample("session-ended", "web/error", new ErrorPage("web.error.session-ended",
						List.of("Sit down a second. Which bit is bothering you?"), "R7K2-QD4M")));
	}

	/** Errors, refusals and the operator's pages stand outside of every link. */
	static String path(Sample sample) {
		boolean outside = sample.name().startsWith("operator-") || sample.view().startsWith("deeplink/")
				|| sample.name().startsWith("picker-") || sample.view().startsWith("platform/")
				|| sample.view().startsWith("launch/") || sample.view().startsWith("web/");
		return (outside ? "" : "/links/" + LINK) + "/gallery/" + sample.name();
	}

	@Bean
	Clock clock() {
		return Clock.fixed(Instant.parse("2026-10-02T09:00:00Z"), ZoneOffset.UTC);
	}

	@Bean
	Library library() {
		Library library = mock();
		given(library.current()).willReturn(new Pack(new PackVersionId(LINK), "mentor-prep", "1.2.0",
				"Preparing to mentor", List.of(), Map.of(), Map.of()));
		return library;
	}

	@Bean
	Filter signIn() {
		LaunchedUser user = new LaunchedUser(new PersonId(LINK), new LearnerId(LINK), "A mentor",
				"http://127.0.0.1:9000", Map.of(new LinkId(LINK), CourseRole.LEARNER), Set.of());
		Principal principal = new TestingAuthenticationToken(user, "");
		return (request, response, chain) -> chain
			.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request) {
				@Override
				public Principal getUserPrincipal() {
					return principal;
				}
			}, response);
	}

	/** The room in which the samples hang. */
	@Controller
	@TestComponent
	static class Room {

		@GetMapping({ "/links/{link}/gallery/{name}", "/gallery/{name}" })
		String show(@PathVariable String name, Model model) {
			Sample sample = samples().stream()
				.filter((candidate) -> candidate.name().equals(name))
				.findFirst()
				.orElseThrow();
			model.addAttribute("page", sample.page());
			model.addAllAttributes(sample.more());
			return sample.view();
		}

	}

}
