package org.mentorprep.programme;

import java.security.Principal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.mentorprep.NotFound;
import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;

/** Finds the {@link CurrentLink} of a request for the controllers. */
@Component
class CurrentLinkResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	private final Links links;

	private final Programmes programmes;

	CurrentLinkResolver(Links links, Programmes programmes) {
		this.links = links;
		this.programmes = programmes;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == CurrentLink.class;
	}

	@Override
	public CurrentLink resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		LaunchedUser user = user(request.getUserPrincipal());
		LinkId id = LinkId.find(variable(request, "link")).orElseThrow(NotFound::new);
		CourseRole role = user.roleIn(id).orElseThrow(NotFound::new);
		Link link = this.links.find(id).orElseThrow(NotFound::new);
		Requirements requirements = this.programmes.requirements(link);
		String module = variable(request, "module");
		if (module != null && !requirements.has(new ModuleId(module))) {
			throw new NotFound();
		}
		return new CurrentLink(user, role, link, requirements);
	}

	private static LaunchedUser user(@Nullable Principal principal) {
		return LaunchedUser.of((principal instanceof Authentication authentication) ? authentication : null)
			.orElseThrow(NotFound::new);
	}

	private static @Nullable String variable(NativeWebRequest request, String name) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST);
		return (variables instanceof Map<?, ?> found && found.get(name) instanceof String value) ? value : null;
	}

}
