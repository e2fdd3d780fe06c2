package org.mentorprep.course;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.mentorprep.attempt.Attempts;
import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.Courses;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.PersonId;
import org.mentorprep.programme.Programmes;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.Progress;
import org.mentorprep.progress.TaskResult;

/**
 * Finds those mentors of a course who tried a task often and in vain. In what the course
 * asks for only: what somebody does in another one is not told here.
 */
@Component
class HelpWanted {

	private final Courses learners;

	private final Links links;

	private final Programmes programmes;

	private final Attempts attempts;

	private final Progress completions;

	HelpWanted(Courses learners, Links links, Programmes programmes, Attempts attempts, Progress completions) {
		this.learners = learners;
		this.links = links;
		this.programmes = programmes;
		this.attempts = attempts;
		this.completions = completions;
	}

	/** By those of the course that a link is in. */
	List<LearnerId> in(LinkId link) {
		Map<LearnerId, PersonId> people = this.learners.people(link);
		Map<PersonId, Set<ModuleId>> often = this.attempts.triedOften(Set.copyOf(people.values()));
		if (often.isEmpty()) {
			return List.of();
		}
		Set<ModuleId> asked = asked(this.learners.titles(link).keySet());
		return people.entrySet()
			.stream()
			.filter((learner) -> often.getOrDefault(learner.getValue(), Set.of())
				.stream()
				.anyMatch((module) -> asked.contains(module) && wanted(learner.getValue(), module)))
			.map(Map.Entry::getKey)
			.toList();
	}

	private Set<ModuleId> asked(Collection<LinkId> course) {
		return course.stream()
			.flatMap((link) -> this.links.find(link).stream())
			.flatMap((link) -> this.programmes.requirements(link).modules().stream())
			.collect(Collectors.toSet());
	}

	private boolean wanted(PersonId person, ModuleId module) {
		ModuleProgress standing = this.completions.standing(person, module);
		return !standing.completed() && standing.results().stream().anyMatch(TaskResult::helpWanted);
	}

}
