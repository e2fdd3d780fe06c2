package org.mentorprep.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.springframework.core.io.ClassPathResource;

/**
 * Checks the shape of a file against its JSON Schema, and says in plain words what is
 * wrong where. The schemas lie beside the packs, for editors to use.
 */
public class SchemaCheck {

	private static final String FOLDER = "packs/schema/";

	private final String folder;

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	public SchemaCheck() {
		this(FOLDER);
	}

	/**
	 * @param folder of the schemas in the class path, ends with a slash
	 */
	public SchemaCheck(String folder) {
		this.folder = folder;
	}

	/**
	 * @param kind first part of the schema's file name, for example {@code dialogue}
	 * @return whether the file has the right shape
	 */
	public boolean check(String kind, YamlFile file, Problems problems) {
		Schema schema = this.schemas.computeIfAbsent(kind, this::load);
		boolean right = true;
		for (Error error : schema.validate(file.tree(),
				(context) -> context.executionConfig((config) -> config.locale(Locale.ROOT)))) {
			// 'if' only reports which branch it took; the branch reports what is wrong.
			if (!"if".equals(error.getKeyword())) {
				problems.add(file.path(), file.line(SchemaSentence.pointer(error)), SchemaSentence.of(error));
				right = false;
			}
		}
		return right;
	}

	private Schema load(String kind) {
		try (InputStream schema = new ClassPathResource(this.folder + kind + ".schema.json").getInputStream()) {
			return this.registry.getSchema(schema);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
