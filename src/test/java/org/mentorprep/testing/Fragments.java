package org.mentorprep.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

/** The fragments that the templates of a kind of exercise have, by name. */
public final class Fragments {

	private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([\\w-]+)");

	private Fragments() {
	}

	/** Those that show a step: itself, and what stands before it. */
	public static Set<String> ofSteps(String kind) throws IOException {
		return of("templates/activity/" + kind + "/step.html");
	}

	/** Those that show what came of an answer: itself, and the title of its page. */
	public static Set<String> ofReplies(String kind) throws IOException {
		return of("templates/activity/" + kind + "/reply.html");
	}

	private static Set<String> of(String template) throws IOException {
		Matcher fragment = FRAGMENT.matcher(new ClassPathResource(template).getContentAsString(StandardCharsets.UTF_8));
		Set<String> names = new TreeSet<>();
		while (fragment.find()) {
			names.add(fragment.group(1));
		}
		return names;
	}

}
