package org.mentorprep.web;

import java.util.List;
import java.util.Locale;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;

import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The recurring work of the booted tool, and how the operator sees it. */
@IntegrationTest
@Tag("sql")
class RecurringWorkIntegrationTests {

	@Autowired
	private List<RecurringTask<?>> tasks;

	@Autowired
	private RecurringWork work;

	@Autowired
	private MessageSource messages;

	@Autowired
	private ToolUrl toolUrl;

	@Value("${db-scheduler.threads}")
	private int threads;

	@Test
	void everyTaskRunsSoonAfterTheStart() {
		await().atMost(ofSeconds(30))
			.untilAsserted(() -> assertThat(this.work.all()).hasSameSizeAs(this.tasks)
				.allSatisfy((task) -> assertThat(task.last()).as(task.name()).isNotNull()));
		assertThat(this.work.failing()).isZero();
	}

	@Test
	@DisplayName("F31: every task has a thread, so that none waits for another, however long it takes")
	void everyTaskHasAThread() {
		assertThat(this.threads).isGreaterThan(this.tasks.size());
	}

	@Test
	void everyTaskHasWords() {
		assertThat(this.tasks).extracting(RecurringTask::getName)
			.containsExactlyInAnyOrder("audit.task.seals", "deeplink.task.placements", "deeplink.task.requests",
					"launch.task.pending-launches", "launch.task.refusals", "platform.task.keys",
					"progress.task.recount")
			.allSatisfy((name) -> assertThat(this.messages.getMessage(name, null, Locale.UK)).isNotBlank());
	}

	@Test
	void operatorFindsItOnTheOverview() {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page page = operator.follow(operator.open(this.toolUrl.at("/operator")), "a[href$=tasks]");
		assertThat(page.document().select("h1").text()).isEqualTo("Recurring work");
		assertThat(page.document().select("tbody tr")).hasSameSizeAs(this.tasks);
		assertThat(page.document().text()).contains("Seal new lines of the ledger");
	}

}
