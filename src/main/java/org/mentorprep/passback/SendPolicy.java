package org.mentorprep.passback;

import org.springframework.stereotype.Component;

/**
 * When a grade is sent: by default only once all that the link requires is completed.
 * Moodle's completion rule 'Receive a passing grade' turns every lower grade into
 * 'failed', in red, also for a mentor who is doing well.
 */
@Component
public class SendPolicy {

	private Send send;

	SendPolicy(PassbackProperties properties) {
		this.send = properties.send();
	}

	/** Whether results are sent before everything is completed. */
	public boolean sendsProgress() {
		return this.send == Send.PROGRESS;
	}

	/** Whether this grade is one to be sent. */
	boolean sends(Grade grade) {
		return grade.completed() || sendsProgress();
	}

	/** For tests of both ways in one application. */
	void use(Send send) {
		this.send = send;
	}

	/** What {@code mentorprep.passback.send} may be. */
	enum Send {

		/** Nothing before completion; afterwards whenever the best result rises. */
		COMPLETED,

		/** From the first result on, below the pass mark until completion. */
		PROGRESS

	}

}
