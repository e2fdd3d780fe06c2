package org.mentorprep.attempt;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mentorprep.attempt.PreviewPage.PreviewPlace;
import org.mentorprep.attempt.PreviewPage.PreviewPlace.Whose;
import org.mentorprep.attempt.PreviewPage.Shows;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Page;
import org.mentorprep.content.PageId;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;
import org.mentorprep.testing.Sample;

/** Content as those see it who answer for it. */
public final class PreviewSamples {

	private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");

	private static final Pack PACK = new PackReader().read(Packs.read("classpath:packs-test/small"),
			new PackVersionId(ONE));

	private static final Page READING = new Page(new PageId("why"), "Why listen", 3,
			"<h2>What a pause does</h2><p>It leaves room for the second thought.</p>",
			List.of("Rowe, M. B. (1986). Wait time: slowing down may be a way of speeding up."));

	private PreviewSamples() {
	}

	public static List<Sample> all() {
		Module module = PACK.modules().get(0);
		PreviewPlace course = place(Whose.COURSE, "/links/" + ONE);
		PreviewPlace picker = place(Whose.PICKER, "/deeplink/" + ONE);
		PreviewPlace operator = place(Whose.OPERATOR, "/operator/content/uploads/" + ONE);
		return List.of(new Sample("operator-preview", "attempt/preview-pack", PACK, Map.of("place", operator)),
				new Sample("picker-preview", "attempt/preview-module", PACK, Map.of("place", picker, "module", module)),
				new Sample("picker-preview-reading", "attempt/preview-reading", READING,
						Map.of("place", picker, "module", module)),
				conversation("preview-conversation", course), conversation("operator-preview-conversation", operator));
	}

	private static Sample conversation(String name, PreviewPlace place) {
		Exercise talk = PACK.exercises()
			.values()
			.stream()
			.filter((exercise) -> exercise.activity().kind().equals("dialogue"))
			.findFirst()
			.orElseThrow();
		Preview begun = Preview.of(talk.id(), PACK, PACK.modules()).orElseThrow();
		return new Sample(name, "attempt/preview", begun.step(),
				Map.of("place", place, "preview", PreviewPage.of(place, begun, Shows.STEP)));
	}

	private static PreviewPlace place(Whose whose, String origin) {
		return new PreviewPlace(whose, origin + "/preview", origin, PACK, PACK.modules());
	}

}
