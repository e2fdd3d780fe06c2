package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.List;

import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.yaml.Problem;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.SchemaCheck;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks and reads packs. Only what is published now is checked. Reading trusts what was
 * published before: if it were checked again, a stricter check would make the attempts on
 * an older version unreadable.
 */
public class PackReader {

	private final SchemaCheck schemas = new SchemaCheck("packs/schema/");

	/** What stops publishing, all at once, in reading order. */
	public List<Problem> check(PackFiles files) {
		return report(files).errors();
	}

	/**
	 * Checks a pack as its authors wrote it. If that has no errors, checks it for each
	 * value of its variables and for each language too, for a mentor may read any of
	 * them.
	 */
	public PackReport report(PackFiles files) {
		Problems problems = new Problems();
		PackTrees trees = check(files, Rendering.ORDINARY, problems);
		new PackCheck(trees, problems).checkOriginal();
		for (Rendering other : problems.hasErrors() ? List.<Rendering>of() : others(trees)) {
			Problems there = new Problems();
			check(files, other, there);
			problems.addAll(there, other.description());
		}
		return PackReport.of(trees, problems.inReadingOrder());
	}

	/** The pack of files that were checked before, as its authors wrote it. */
	public Pack read(PackFiles files, PackVersionId id) {
		return read(files, id, Rendering.ORDINARY);
	}

	/**
	 * The pack of files that were checked before, with other values of its variables or
	 * in another language.
	 */
	public Pack read(PackFiles files, PackVersionId id, Rendering rendering) {
		return new PackBuilder(new PackParser(this.schemas, rendering, new Problems()).parse(files)).build(id);
	}

	/** The values of variables that the pack can't use, each with the reason. */
	public List<Problem> unfit(PackFiles files, Rendering rendering) {
		return trees(files).variables()
			.unfit(rendering.values())
			.stream()
			.map((sentence) -> new Problem(PackFiles.PACK_YAML, 1, sentence))
			.toList();
	}

	/** The files as trees, as their authors wrote them, right or wrong. */
	public PackTrees trees(PackFiles files) {
		return new PackParser(this.schemas, Rendering.ORDINARY, new Problems()).parse(files);
	}

	/** What a readable pack is called. */
	public Title title(PackFiles files) {
		YamlFile pack = trees(files).pack().orElseThrow();
		return new Title(pack.text("id"), pack.text("version"));
	}

	private PackTrees check(PackFiles files, Rendering rendering, Problems problems) {
		PackTrees trees = new PackParser(this.schemas, rendering, problems).parse(files);
		new PackCheck(trees, problems).check();
		return trees;
	}

	private static List<Rendering> others(PackTrees trees) {
		List<Rendering> others = new ArrayList<>(trees.variables().renderings());
		trees.translations().keySet().forEach((language) -> others.add(Rendering.in(language)));
		return others;
	}

	/** Name and version of a pack, as its authors gave them. */
	public record Title(String name, String version) {
	}

}
