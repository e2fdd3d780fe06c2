package org.mentorprep.web;

import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;

import static org.assertj.core.api.Assertions.assertThat;

/** The first page that the operator sees. */
@IntegrationTest
class OverviewIntegrationTests extends LaunchFixture {

	@Test
	void platformThatWaitsForItsFirstLaunchIsCountedApart() {
		this.jdbc.sql("UPDATE platform SET enabled = FALSE, pending = TRUE WHERE id = ?")
			.param(this.platform.id().value())
			.update();
		assertThat(Operator.signedIn(this.toolUrl.base()).open(this.toolUrl.at("/operator")).find("dl > div").text())
			.containsPattern("(One waits|\\d+ wait) for (its|their) first launch");
	}

}
