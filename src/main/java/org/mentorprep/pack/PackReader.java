package org.mentorprep.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
	 * them. An exercise that reads the same there is not played again.
	 */
	public PackReport report(PackFiles files) {
		return report(files, (exercise) -> true);
	}

	/**
	 * Checks a pack, and of its exercises and diagnostics only some for what they
	 * measure.
	 */
	public PackReport report(PackFiles files, Predicate<YamlFile> examined) {
		Problems problems = new Problems();
		TreeCache cache = new TreeCache(this.schemas);
		PackTrees trees = check(files, cache, Rendering.ORDINARY, problems, examined);
		new PackCheck(trees, problems, (file) -> false).checkOriginal();
		for (Rendering other : problems.hasErrors() ? List.<Rendering>of() : others(trees)) {
			Problems there = new Problems();
			check(files, cache, other, there, (file) -> examined.test(file) && !trees.has(file));
			problems.addAll(there, other.description());
		}
		return PackReport.of(trees, problems.inReadingOrder(), examined);
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
		return new PackBuilder(new PackParser(new TreeCache(this.schemas), rendering, new Problems()).parse(files))
			.build(id);
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
		return new PackParser(new TreeCache(this.schemas), Rendering.ORDINARY, new Problems()).parse(files);
	}

	/** What a readable pack is called. */
	public Title title(PackFiles files) {
		YamlFile pack = trees(files).pack().orElseThrow();
		return new Title(pack.text("id"), pack.text("version"));
	}

	private static PackTrees check(PackFiles files, TreeCache cache, Rendering rendering, Problems problems,
			Predicate<YamlFile> examined) {
		PackTrees trees = new PackParser(cache, rendering, problems).parse(files);
		new PackCheck(trees, problems, examined).check();
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
