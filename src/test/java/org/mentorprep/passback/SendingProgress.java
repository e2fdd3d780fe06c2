package org.mentorprep.passback;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

import org.mentorprep.passback.SendPolicy.Send;

/**
 * For a test, or a class of tests, the booted tool sends results before everything is
 * completed, as with {@code mentorprep.passback.send=progress}.
 */
public class SendingProgress implements BeforeEachCallback, AfterEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		use(context, Send.PROGRESS);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		use(context, Send.COMPLETED);
	}

	private static void use(ExtensionContext context, Send send) {
		SpringExtension.getApplicationContext(context).getBean(SendPolicy.class).use(send);
	}

}
