package org.mentorprep.attempt.preview;

import java.util.List;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;

/**
 * Where a preview is opened from, and what is seen from there.
 *
 * @param whose whose pages it stands among
 * @param path where it lives: everything of it is below
 * @param origin the page it was opened from
 */
record PreviewPlace(Whose whose, String path, String origin, Pack pack, List<Module> modules) {

	PreviewPlace {
		modules = List.copyOf(modules);
	}

	public boolean operator() {
		return this.whose == Whose.OPERATOR;
	}

	/** Where one comes back to from a module. */
	public String back(ModuleId module) {
		return switch (this.whose) {
			case COURSE -> this.origin + "/modules/" + module;
			case PICKER -> this.origin;
			case OPERATOR -> this.path;
		};
	}

	/** Who looks. */
	enum Whose {

		/** Course staff, at a module that is in their course. */
		COURSE,
		/** Course staff, before they place anything. */
		PICKER,
		/** Whoever runs the tool, before a pack is put into use. */
		OPERATOR

	}

}
