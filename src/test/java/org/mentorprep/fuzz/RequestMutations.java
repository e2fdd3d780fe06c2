package org.mentorprep.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import org.mentorprep.fuzz.Knock.Field;

/** What can be done to any request, whatever it is about. */
final class RequestMutations {

	private static final List<String> METHODS = List.of("PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND",
			"CANARY", "post");

	private static final List<String> TYPES = List.of("text/plain", "application/json", "multipart/form-data",
			"multipart/form-data; boundary=canary", "application/x-www-form-urlencoded; charset=utf-16",
			"application/x-www-form-urlencoded; charset=canary", "canary", "", "*/*", "text/xml; charset=\"");

	private static final List<String> HEADERS = List.of("Sec-Fetch-Dest", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Origin",
			"Referer", "Accept", "Accept-Language", "Accept-Charset", "X-Forwarded-For", "X-Forwarded-Host",
			"X-Forwarded-Proto", "Forwarded", "Cookie", "Authorization", "Range", "If-None-Match", "Content-Encoding",
			"Content-Type", "Expect", "X-HTTP-Method-Override", "User-Agent");

	private static final List<String> COOKIES = List.of("__Host-mentorprep", "__Host-mentorprep-operator",
			"__Host-launch-probe", "JSESSIONID", "SESSION", "$Version", "canary");

	private static final List<String> PATHS = List.of("%s/", "/%s", "%s;canary=1", "%s/elsewhere", "%s%%00", "%s%%2f",
			"/elsewhere/..%s", "%s.html", "%s?", "%s%%0a");

	private RequestMutations() {
	}

	static Arbitrary<Mutation> all() {
		return Arbitraries.frequencyOf(Tuple.of(6, onFields()), Tuple.of(3, inHeaders()), Tuple.of(2, aroundThem()));
	}

	private static Arbitrary<Mutation> onFields() {
		Arbitrary<Integer> index = Arbitraries.integers().between(0, 9);
		return Arbitraries.oneOf(index.map(RequestMutations::dropped), index.map(RequestMutations::doubled),
				index.map(RequestMutations::renamed),
				Combinators.combine(index, Nasty.encoded()).as(RequestMutations::filled),
				Combinators.combine(Nasty.encoded(), Nasty.encoded())
					.as((name, text) -> Mutation.open("one more field " + name + "=" + text,
							(knock) -> knock.fields().add(new Field(name, text)))));
	}

	private static Arbitrary<Mutation> inHeaders() {
		return Arbitraries.oneOf(
				Combinators.combine(Arbitraries.of(HEADERS), Nasty.texts())
					.as((name, text) -> Mutation.open(name + ": " + text,
							(knock) -> knock.headers.add(new Field(name, text)))),
				Combinators
					.combine(Arbitraries.of(HEADERS), Arbitraries.of("iframe", "frame", "cross-site", "*/*", "de"))
					.as((name, text) -> Mutation.open(name + ": " + text,
							(knock) -> knock.headers.add(new Field(name, text)))),
				Combinators.combine(Arbitraries.of(COOKIES), Nasty.encoded())
					.as((name, text) -> Mutation.open("cookie " + name + "=" + text,
							(knock) -> knock.cookies.put(name, text))));
	}

	private static Arbitrary<Mutation> aroundThem() {
		return Arbitraries.oneOf(
				Arbitraries.of(METHODS).map((method) -> Mutation.spoils(method, (knock) -> knock.method = method)),
				Arbitraries.just(Mutation.open("by GET", Knock::byGet)),
				Arbitraries.just(Mutation.open("HEAD", (knock) -> knock.byGet().method = "HEAD")),
				Arbitraries.of(TYPES).map((type) -> Mutation.open("as " + type, (knock) -> knock.contentType = type)),
				Arbitraries.of(PATHS)
					.map((path) -> Mutation.open("path " + path, (knock) -> knock.path = path.formatted(knock.path))),
				Arbitraries.just(
						Mutation.open("path in capitals", (knock) -> knock.path = knock.path.toUpperCase(Locale.ROOT))),
				Arbitraries.of(1_100, 11_000)
					.map((number) -> Mutation.open(number + " fields more",
							(knock) -> IntStream.range(0, number)
								.forEach((i) -> knock.fields().add(new Field("f" + i, "1"))))),
				Arbitraries.just(Mutation.open("three megabytes more",
						(knock) -> knock.fields().add(new Field("canary", "x".repeat(3 * 1024 * 1024))))));
	}

	private static Mutation dropped(int index) {
		return Mutation.spoils("without field " + index, (knock) -> change(knock, index, (at) -> {
			String name = knock.fields().get(at).name();
			knock.fields().removeIf((field) -> field.name().equals(name));
		}));
	}

	private static Mutation doubled(int index) {
		return Mutation.spoils("field " + index + " twice",
				(knock) -> change(knock, index, (at) -> knock.fields().add(knock.fields().get(at))));
	}

	/** All of its name: of two, one would be left as it should be. */
	private static Mutation renamed(int index) {
		return Mutation.spoils("field " + index + " in capitals", (knock) -> change(knock, index, (at) -> {
			String name = knock.fields().get(at).name();
			knock.fields()
				.replaceAll((field) -> field.name().equals(name)
						? new Field(name.toUpperCase(Locale.ROOT), field.text()) : field);
		}));
	}

	private static Mutation filled(int index, String text) {
		return Mutation.spoils("field " + index + " = " + text, (knock) -> change(knock, index,
				(at) -> knock.fields().set(at, new Field(knock.fields().get(at).name(), text))));
	}

	/** One of the fields that must be there: they come first. */
	private static void change(Knock knock, int index, IntConsumer change) {
		int fields = Math.min(knock.required, knock.fields().size());
		if (fields > 0) {
			change.accept(index % fields);
		}
	}

}
