package org.mentorprep.deeplink;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingSettings;

/**
 * What the browser sends of the picker.
 *
 * @param cancel there if somebody wants nothing
 * @param what {@code programme:} and the id of one, or {@code modules}
 * @param module ids of the modules that are ticked
 * @param preview there if somebody wants to see first: the id of a module, or nothing for
 * all of them
 */
record PickerForm(@Nullable String cancel, @Nullable String what, @Nullable List<String> module,
		@Nullable String preview) {

	private static final String PROGRAMME = "programme:";

	private static final String MODULES = "modules";

	/** Before anybody chose. */
	static final PickerForm BLANK = new PickerForm(null, null, null, null);

	/** A choice as a session kept it while its user looked at a preview. */
	static PickerForm remembered(List<String> kept) {
		return new PickerForm(null, kept.get(0), kept.subList(1, kept.size()), null);
	}

	/**
	 * What a session keeps of it: texts, which any later version can read, and only those
	 * that the picker offered.
	 */
	ArrayList<String> kept(Pack pack) {
		ArrayList<String> kept = new ArrayList<>();
		kept.add((choosesModules() || pack.programmes().stream().anyMatch(this::chooses)) ? this.what : "");
		pack.modules().stream().filter(this::ticks).map((module) -> module.id().value()).forEach(kept::add);
		return kept;
	}

	boolean chooses(Programme candidate) {
		return (PROGRAMME + candidate.id()).equals(this.what);
	}

	boolean choosesModules() {
		return MODULES.equals(this.what);
	}

	boolean ticks(Module candidate) {
		return this.module != null && this.module.contains(candidate.id().value());
	}

	/** What can be placed of it. Modules ticked beside a programme don't count. */
	Selection selection(Pack pack) {
		if (this.cancel != null) {
			return Selection.NOTHING;
		}
		return new Selection(pack.programmes().stream().filter(this::chooses).findFirst().orElse(null),
				choosesModules() ? pack.modules().stream().filter(this::ticks).toList() : List.of());
	}

	/** The key of what is wrong with the choice; absent if nothing is. */
	@Nullable String problem(DeepLinkingSettings settings, Selection selection) {
		if (this.cancel != null) {
			return null;
		}
		if (!settings.acceptLinks() || (selection.programme() == null && !choosesModules())) {
			return "deeplink.picker.problem.what";
		}
		if (selection.activities() == 0) {
			return "deeplink.picker.problem.module";
		}
		if (selection.modules().size() > 1 && !settings.acceptMultiple()) {
			return "deeplink.picker.problem.one";
		}
		return null;
	}

	/**
	 * What was chosen to be placed.
	 *
	 * @param programme as one activity; absent if it is modules or nothing
	 * @param modules one activity each; empty with a programme
	 */
	record Selection(@Nullable Programme programme, List<Module> modules) {

		/** Nothing at all: somebody changed their mind. */
		static final Selection NOTHING = new Selection(null, List.of());

		Selection {
			modules = List.copyOf(modules);
		}

		/** The same for the same choice. */
		String key() {
			return ((this.programme != null) ? "programme " + this.programme.id() : "modules")
					+ this.modules.stream().map(Module::id).toList();
		}

		/** How many activities come of it. */
		int activities() {
			return (this.programme != null) ? 1 : this.modules.size();
		}

	}

}
