package org.mentorprep.content;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.mentorprep.content.authoring.PackFiles;
import org.mentorprep.content.authoring.PackRefused;
import org.mentorprep.content.authoring.Packs;
import org.mentorprep.testing.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@IntegrationTest
class LibraryIntegrationTests {

	@Autowired
	private Library library;

	@Autowired
	private PublishedPacks published;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void shippedPackIsCurrent() {
		Pack current = this.library.current();
		assertThat(current.name()).isEqualTo("mentor-prep");
		assertThat(this.library.version(current.id())).isSameAs(current);
	}

	@Test
	void publishesTheSameContentOnce() {
		Pack current = this.library.current();
		Library another = new Library(this.published, publisher("classpath:packs/mentor-prep"),
				new ContentProperties("", Map.of()));
		assertThat(another.current().id()).isEqualTo(current.id());
	}

	@Test
	void readsOldVersionFromWhatWasStored() {
		PublishedPackId old = publisher(Packs.SMALL).publish();
		assertThat(this.library.version(old).name()).isEqualTo("small");
		assertThat(this.library.current().name()).isEqualTo("mentor-prep");
	}

	@Test
	void stillReadsAVersionThatTodaysCheckWouldRefuse() {
		TreeMap<String, String> texts = new TreeMap<>(Packs.small().texts());
		texts.put("left-over.txt", "named nowhere");
		texts.computeIfPresent("modules/listening/exercises/talk-1.yaml",
				(path, text) -> text.replace("version: 1.0.0", "version: 0.1"));
		PublishedPackId old = this.published.publish("small", "0.1", new PackFiles(texts));
		assertThat(this.library.version(old).exercises()).containsKey(new ExerciseId("talk-1"));
	}

	@Test
	void findsOneRowWhereManyPublishAtOnce() throws Exception {
		TreeMap<String, String> texts = new TreeMap<>(Packs.small().texts());
		texts.put("race", UUID.randomUUID().toString());
		PackFiles files = new PackFiles(texts);
		ExecutorService nodes = Executors.newFixedThreadPool(8);
		try {
			Callable<PublishedPackId> start = () -> this.published.publish("race", "1.0.0", files);
			List<Future<PublishedPackId>> started = nodes.invokeAll(Stream.generate(() -> start).limit(8).toList());
			PublishedPackId first = started.get(0).get();
			for (Future<PublishedPackId> other : started) {
				assertThat(other.get()).isEqualTo(first);
			}
		}
		finally {
			nodes.shutdown();
		}
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM published_pack WHERE hash = ?")
			.param(files.hash())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void refusesToNameWhatWasNeverPublished() {
		PublishedPackId unknown = new PublishedPackId(UUID.randomUUID());
		assertThatIllegalArgumentException().isThrownBy(() -> this.library.version(unknown));
	}

	@Test
	void refusesToStartWithoutAPack() {
		assertThatExceptionOfType(PackRefused.class).isThrownBy(() -> publisher("classpath:packs-test/none").publish())
			.satisfies((refused) -> assertThat(new PackRefusedFailureAnalyzer().analyze(refused).getDescription())
				.contains("pack.yaml:1: There is no pack.yaml in classpath:packs-test/none."));
	}

	@Test
	void readsEachVersionWithTheVariablesOfThisInstallation() {
		PublishedPackId small = publisher(Packs.SMALL).publish();
		Library here = new Library(this.published, publisher(Packs.SMALL),
				new ContentProperties(Packs.SMALL, Map.of("term.mentee", "trainee", "role.mentorassesses", "none")));
		assertThat(here.version(small).modules().get(0).pages().get(0).html())
			.contains("Trainee and mentor look at it together. You assess nobody.");
	}

	@Test
	void refusesToStartWithVariablesThatThePackDoesNotHave() {
		ContentProperties properties = new ContentProperties(Packs.SMALL,
				Map.of("term.pupil", "learner", "role.mentor_assesses", "often"));
		assertThatExceptionOfType(PackRefused.class)
			.isThrownBy(() -> new PackPublisher(this.published, properties).publish())
			.withMessageContaining("The pack has no variable term.pupil.")
			.withMessageContaining("can't be often; it is one of none, contributes, decides.");
	}

	private PackPublisher publisher(String location) {
		return new PackPublisher(this.published, new ContentProperties(location, Map.of()));
	}

}
