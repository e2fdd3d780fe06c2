package org.mentorprep.platform;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.mentorprep.audit.Actor;
import org.mentorprep.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/** How one key follows another; the number is that of the list of conformance cases. */
@Tag("database")
@Tag("sql")
class KeyRotationTests {

	private static final Duration MOMENT = Duration.ofSeconds(1);

	private final MigratedDatabase database = MigratedDatabase.emptied();

	private final SettableClock clock = new SettableClock();

	private final KeyHolder node = KeyHolder.started(this.database, this.clock);

	private final String first = this.node.signing();

	@Test
	@DisplayName("case 176: a new key is published before it signs")
	void newKeyIsOnlyPublishedAtFirst() {
		this.node.make();
		assertThat(this.node.published()).hasSize(2).endsWith(this.first);
		assertThat(this.node.signing()).isEqualTo(this.first);
	}

	@Test
	@DisplayName("case 176: a new key signs once it was published long enough")
	void newKeySignsOnceItWasPublishedLongEnough() {
		String next = madeKey();
		this.clock.advance(KeyHolder.AHEAD.minus(MOMENT));
		assertThat(this.node.signing()).isEqualTo(this.first);
		this.clock.advance(MOMENT);
		assertThat(this.node.signing()).isEqualTo(next);
	}

	@Test
	@DisplayName("case 176: the old key stays published for a while")
	void oldKeyStaysPublishedAfterItsTime() {
		madeKey();
		this.clock.advance(KeyHolder.AHEAD.plus(KeyHolder.KEEP).minus(MOMENT));
		this.node.turn();
		assertThat(this.node.published()).contains(this.first);
	}

	@Test
	@DisplayName("case 176: the old key goes when that while is over")
	void oldKeyGoesInTheEnd() {
		String next = madeKey();
		this.clock.advance(KeyHolder.AHEAD.plus(KeyHolder.KEEP));
		this.node.turn();
		assertThat(this.node.published()).containsExactly(next);
		then(this.node.ledger).should().record(Actor.tool(), "platform.key-withdrawn", this.first, "");
	}

	@Test
	@DisplayName("case 176: the key that signs can't be withdrawn")
	void keyThatSignsCannotBeWithdrawn() {
		this.node.make();
		assertThat(this.node.withdraw(this.first)).isFalse();
		assertThat(this.node.published()).contains(this.first);
	}

	@Test
	void onlyKeyCannotBeWithdrawn() {
		assertThat(this.node.withdraw(this.first)).isFalse();
	}

	@Test
	void waitingKeyCanBeWithdrawn() {
		String next = madeKey();
		assertThat(this.node.withdraw(next)).isTrue();
		assertThat(this.node.published()).containsExactly(this.first);
	}

	@Test
	void replacedKeyCanBeWithdrawnAtOnce() {
		String next = madeKey();
		this.clock.advance(KeyHolder.AHEAD);
		assertThat(this.node.withdraw(this.first)).isTrue();
		assertThat(this.node.published()).containsExactly(next);
	}

	@Test
	void keyIsWithdrawnOnce() {
		String next = madeKey();
		this.node.withdraw(next);
		assertThat(this.node.withdraw(next)).isFalse();
		then(this.node.ledger).should(times(1)).record(Actor.operator(), "platform.key-withdrawn", next, "");
	}

	@Test
	void noSecondKeyIsMadeWhileOneWaits() {
		this.node.make();
		assertThat(this.node.make()).isFalse();
		assertThat(this.node.published()).hasSize(2);
	}

	@Test
	void youngKeyIsNotRenewedByItself() {
		this.clock.advance(KeyHolder.EVERY.minus(MOMENT));
		this.node.turn();
		assertThat(this.node.published()).containsExactly(this.first);
	}

	@Test
	void oldKeyIsRenewedByItself() {
		this.clock.advance(KeyHolder.EVERY);
		this.node.turn();
		assertThat(this.node.published()).hasSize(2);
		then(this.node.ledger).should().record(Actor.tool(), "platform.key-made", this.node.published().get(0), "");
	}

	@Test
	void oldKeyIsRenewedOnce() {
		this.clock.advance(KeyHolder.EVERY);
		this.node.turn();
		this.node.turn();
		assertThat(this.node.published()).hasSize(2);
	}

	@Test
	void nothingIsWithdrawnBecauseAnotherKeyWaits() {
		this.clock.advance(KeyHolder.EVERY);
		this.node.turn();
		then(this.node.ledger).should(never()).record(Actor.tool(), "platform.key-withdrawn", this.first, "");
	}

	@Test
	void severalNodesMakeOneKey() throws Exception {
		this.clock.advance(KeyHolder.EVERY);
		List<KeyHolder> nodes = SeveralNodes.atOnce(() -> {
			KeyHolder another = KeyHolder.started(this.database, this.clock);
			another.turn();
			return another;
		});
		assertThat(nodes).allSatisfy((another) -> assertThat(another.published()).hasSize(2));
	}

	@Test
	void otherNodesSoonPublishWhatThisOneMade() {
		KeyHolder other = KeyHolder.started(this.database, this.clock);
		String next = madeKey();
		assertThat(other.published()).doesNotContain(next);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(other.published()).contains(next);
	}

	/** Its key id. */
	private String madeKey() {
		this.node.make();
		return this.node.published().get(0);
	}

}
