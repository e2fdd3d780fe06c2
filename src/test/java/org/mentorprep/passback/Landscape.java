package org.mentorprep.passback;

import java.util.Map;
import java.util.function.Supplier;

import org.mentorprep.testing.TestDatabase;

/** On what the tool runs, and how many of it. H2 in a file belongs to one process. */
enum Landscape {

	H2(TestDatabase::freshH2, 1), POSTGRES(TestDatabase::freshPostgres, 1),
	TWO_NODES_ON_POSTGRES(TestDatabase::freshPostgres, 2);

	private final Supplier<Map<String, String>> database;

	private final int nodes;

	Landscape(Supplier<Map<String, String>> database, int nodes) {
		this.database = database;
		this.nodes = nodes;
	}

	/** The properties of an empty database. */
	Map<String, String> database() {
		return this.database.get();
	}

	int nodes() {
		return this.nodes;
	}

}
