package org.mentorprep.attempt;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;
import org.mentorprep.testing.TinyActivity;

/** Works through tasks for tests of the rooms to the right, one person at a time. */
public class AnsweringMentor {

	private final Attempts attempts;

	private final Library library;

	private final JdbcClient jdbc;

	private PersonId person = new PersonId(new UUID(0, 0));

	AnsweringMentor(Attempts attempts, Library library, JdbcClient jdbc) {
		this.attempts = attempts;
		this.library = library;
		this.jdbc = jdbc;
	}

	/** From now on it is somebody nobody knew before. */
	public PersonId isNew() {
		this.person = new PersonId(UUID.randomUUID());
		this.jdbc.sql("INSERT INTO person (id, created_at) VALUES (?, CURRENT_TIMESTAMP)")
			.param(this.person.value())
			.update();
		return this.person;
	}

	/** Begins or resumes a task, and answers as far as there are choices. */
	public AttemptId works(ModuleId module, TaskId task, String... choices) {
		Pack pack = this.library.current();
		AttemptId attempt = this.attempts.begin(this.person, false, pack, module,
				pack.module(module).orElseThrow().task(task).orElseThrow());
		Requirements required = Requirements.module(module);
		for (int step = 0; step < choices.length; step++) {
			if (step == 0) {
				this.attempts.answer(this.person, required, attempt, 1, TinyActivity.write("My words."));
			}
			this.attempts.answer(this.person, required, attempt, step + 2, TinyActivity.choose(choices[step]));
		}
		return attempt;
	}

}
