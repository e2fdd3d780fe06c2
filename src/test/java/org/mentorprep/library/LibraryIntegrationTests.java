package org.mentorprep.library;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@IntegrationTest
class LibraryIntegrationTests {

	@Autowired
	private Library library;

	@Test
	void shippedPackIsCurrent() {
		Pack current = this.library.current();
		assertThat(current.name()).isEqualTo("mentor-prep");
		assertThat(this.library.version(current.id())).isSameAs(current);
	}

	@Test
	void refusesToNameWhatWasNeverPublished() {
		PackVersionId unknown = new PackVersionId(UUID.randomUUID());
		assertThatIllegalArgumentException().isThrownBy(() -> this.library.version(unknown));
	}

}
