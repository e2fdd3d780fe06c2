package org.mentorprep;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds up the walls: each room uses only the rooms that its package-info allows. */
class ModularityTests {

	private static final ApplicationModules ROOMS = ApplicationModules.of(MentorprepApplication.class);

	@Test
	void everyRoomUsesOnlyWhatItsPackageInfoAllows() {
		ROOMS.verify();
	}

	@Test
	void theRoomsCanBeDrawn() {
		new Documenter(ROOMS).writeModulesAsPlantUml();
		assertThat(Path.of("target/spring-modulith-docs/components.puml")).content().contains("Passback");
	}

}
