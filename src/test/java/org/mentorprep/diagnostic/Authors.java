package org.mentorprep.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import org.mentorprep.activity.classify.Classify;
import org.mentorprep.activity.order.Order;
import org.mentorprep.activity.order.RightOrder;
import org.mentorprep.activity.rate.Rate;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;

/** The shipped diagnostic of a module, and what its authors would answer to it. */
public final class Authors {

	static final ModuleId MODULE = new ModuleId("judgementoring");

	static final Pack PACK = new PackReader().read(Packs.read("classpath:packs/mentor-prep"),
			new PackVersionId(new UUID(0, 0)));

	static final Diagnostic DIAGNOSTIC = PACK.diagnostic(MODULE).orElseThrow();

	private Authors() {
	}

	/** What the authors would answer to an item, in its own words. */
	static Sitting.Response given(Diagnostic.Item item) {
		if (item.question() instanceof Rate rate) {
			return new Sitting.Response(item.id(),
					rate.responses()
						.stream()
						.collect(Collectors.toMap(Rate.Response::id, (response) -> List.of(response.key().id()))),
					null);
		}
		if (item.question() instanceof Order order) {
			return new Sitting.Response(item.id(), Map.of("order", RightOrder.of(order)), null);
		}
		return new Sitting.Response(item.id(), Map.of("choice", List.of(key((Classify) item.question()))), null);
	}

	static String key(Classify choice) {
		return choice.items().get(0).key();
	}

	/** What the authors would choose on the page with the form, by field. */
	public static Map<String, String> answers(Document page) {
		Map<String, String> chosen = new LinkedHashMap<>();
		for (Element section : page.select("form.task section")) {
			DIAGNOSTIC.pool()
				.stream()
				.filter((item) -> section.text().contains(told(item).replaceAll("\\s+", " ")))
				.findFirst()
				.ifPresent((item) -> chosen.putAll(answers(section, item)));
		}
		return chosen;
	}

	private static Map<String, String> answers(Element section, Diagnostic.Item item) {
		Map<String, String> chosen = new LinkedHashMap<>();
		if (item.question() instanceof Order order) {
			List<String> steps = RightOrder.texts(order);
			section.select(".order label")
				.forEach((label) -> chosen.put(label.attr("for").replace("answer-", ""),
						String.valueOf(steps.indexOf(label.text()) + 1)));
		}
		else if (item.question() instanceof Rate rate) {
			section.select("fieldset")
				.forEach((entry) -> chosen.put(entry.selectFirst("input").attr("name"),
						rating(rate, entry.selectFirst("legend").text())));
		}
		else {
			Classify choice = (Classify) item.question();
			section.select("label.choice")
				.stream()
				.filter((label) -> choice.classes()
					.stream()
					.anyMatch((one) -> one.id().equals(key(choice)) && one.name().equals(label.text())))
				.map((label) -> label.selectFirst("input"))
				.forEach((input) -> chosen.put(input.attr("name"), input.val()));
		}
		return chosen;
	}

	private static String rating(Rate rate, String text) {
		return rate.responses()
			.stream()
			.filter((response) -> response.text().equals(text))
			.map((response) -> String.valueOf(response.key().ordinal() + 1))
			.findFirst()
			.orElseThrow();
	}

	/** What no other item tells. */
	private static String told(Diagnostic.Item item) {
		if (item.question() instanceof Rate rate) {
			return rate.situation().get(0);
		}
		return ((item.question() instanceof Order order) ? order.intro() : ((Classify) item.question()).intro()).get(0);
	}

}
