package org.mentorprep.fuzz;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One request at one door, and what is done to it; sometimes nothing is. */
record Attack(Door door, List<Mutation> mutations) {

	static Arbitrary<Attack> all() {
		return Arbitraries
			.frequency(Tuple.of(3, Door.LOGIN), Tuple.of(5, Door.LAUNCH), Tuple.of(2, Door.PLACING),
					Tuple.of(2, Door.REGISTRATION))
			.flatMap((door) -> Combinators.combine(Arbitraries.just(door), mutations(door)).as(Attack::new));
	}

	/** Whether nobody may be let in. */
	boolean isSpoilt() {
		return this.mutations.stream().anyMatch(Mutation::spoils);
	}

	/** Whether it is a good request, which must pass: or else the rest shows nothing. */
	boolean isGood() {
		return this.mutations.isEmpty();
	}

	private static Arbitrary<List<Mutation>> mutations(Door door) {
		Arbitrary<Mutation> any = switch (door) {
			case LOGIN -> RequestMutations.all();
			case LAUNCH, PLACING ->
				Arbitraries.frequencyOf(Tuple.of(2, RequestMutations.all()), Tuple.of(3, LaunchMutations.all()));
			case REGISTRATION ->
				Arbitraries.frequencyOf(Tuple.of(1, RequestMutations.all()), Tuple.of(2, RegistrationMutations.all()));
		};
		return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(List.of())), Tuple.of(9, any.map(List::of)),
				Tuple.of(5, any.list().ofMinSize(2).ofMaxSize(4)));
	}

	/** Where it knocks. */
	enum Door {

		LOGIN, LAUNCH, PLACING, REGISTRATION

	}

}
