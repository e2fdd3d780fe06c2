package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.RetryOnContention;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.Placing;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** Launches that write the same rows at the same moment: all of them get in. */
@IntegrationTest
@Tag("sql")
class ContentionIntegrationTests extends LaunchFixture {

	/** H2 waits two seconds for a lock and then fails. */
	private static final int LONGER_THAN_H2_WAITS = 2300;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Learners learners;

	@RepeatedTest(3)
	@DisplayName("F20: thirty first launches of one person into a new course at once")
	void firstLaunchesOfOnePersonAtOnce() throws Exception {
		assertThat(atOnce(30, "user-1", "link-")).extracting(HttpResponse::statusCode).containsOnly(303);
		assertThat(rows("learner")).isOne();
		assertThat(rows("context")).isOne();
		assertThat(rows("resource_link")).isEqualTo(5);
	}

	@Test
	@DisplayName("F20: thirty people who open a new activity of a new course first, at once")
	void firstLaunchesOfOneLinkAtOnce() throws Exception {
		assertThat(atOnce(30, "user-", "link-1")).extracting(HttpResponse::statusCode).containsOnly(303);
		assertThat(rows("learner")).isEqualTo(30);
		assertThat(rows("resource_link")).isOne();
	}

	@Test
	@DisplayName("F20: a launch waits for whoever holds the person longer than the database waits for a lock")
	void launchWaitsForThePerson() throws Exception {
		this.browser.launch(this.platform);
		Login login = this.browser.login(this.platform);
		assertThat(whileHeld(() -> this.browser.launch(login, login.token())).statusCode()).isEqualTo(303);
	}

	@Test
	@DisplayName("F20: so does a launch of course staff who place something")
	void placingWaitsForThePerson() throws Exception {
		new Placing(this.browser, this.platform).open();
		Placing placing = new Placing(this.browser, this.platform);
		assertThat(whileHeld(placing::launch).statusCode()).isEqualTo(303);
	}

	@Test
	@DisplayName("F20: whoever locks a person tries again if somebody else has locked them")
	void whoeverLocksAPersonTriesAgain() {
		JavaClasses all = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.mentorprep");
		List<JavaCodeUnit> lockers = all.get(Learners.class)
			.getMethod("lock", PersonId.class)
			.getCallsOfSelf()
			.stream()
			.map(JavaCall::getOrigin)
			.distinct()
			.toList();
		assertThat(lockers).hasSizeGreaterThan(5).allMatch((method) -> method.isAnnotatedWith(RetryOnContention.class));
	}

	private HttpResponse<String> whileHeld(Callable<HttpResponse<String>> launch) throws Exception {
		PersonId person = new PersonId(this.jdbc.sql("SELECT person FROM learner WHERE platform = ?")
			.param(this.platform.id().value())
			.query(UUID.class)
			.single());
		CompletableFuture<Void> held = new CompletableFuture<>();
		CompletableFuture<Void> holder = CompletableFuture
			.runAsync(() -> this.transaction.executeWithoutResult((status) -> {
				this.learners.lock(person);
				held.complete(null);
				new CompletableFuture<Void>().completeOnTimeout(null, LONGER_THAN_H2_WAITS, TimeUnit.MILLISECONDS)
					.join();
			}));
		held.join();
		HttpResponse<String> answer = launch.call();
		holder.join();
		return answer;
	}

	/** A name that ends in a hyphen is followed by a number. */
	private List<HttpResponse<String>> atOnce(int launches, String sub, String link) throws Exception {
		CyclicBarrier start = new CyclicBarrier(launches);
		ExecutorService tabs = Executors.newFixedThreadPool(launches);
		List<Callable<HttpResponse<String>>> all = IntStream.range(0, launches).mapToObj((number) -> {
			TestBrowser tab = anotherBrowser();
			Login login = tab.login(this.platform);
			IdToken token = login.token()
				.of(sub.endsWith("-") ? sub + number : sub, link.endsWith("-") ? link + number % 5 : link, "Learner")
				.in("new course");
			return (Callable<HttpResponse<String>>) () -> {
				start.await();
				return tab.launch(login, token);
			};
		}).toList();
		try {
			return tabs.invokeAll(all).stream().map(ContentionIntegrationTests::answer).toList();
		}
		finally {
			tabs.shutdown();
		}
	}

	private static HttpResponse<String> answer(Future<HttpResponse<String>> launch) {
		try {
			return launch.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int rows(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE platform = ?")
			.param(this.platform.id().value())
			.query(Integer.class)
			.single();
	}

}
