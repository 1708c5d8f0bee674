package org.collegium.assessment.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.collegium.assessment.peer.PeerScore.Compared;
import org.collegium.assessment.peer.PeerScore.Weighted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reviews whom, and what comes of it. */
@Tag("unit")
class PeerRulesTest {

    @Property(tries = 300)
    void everybodyReviewsAsManyOthersAsReviewThem(
            @ForAll @IntRange(max = 120) int count, @ForAll @IntRange(min = 1, max = 10) int each, @ForAll long seed) {
        List<UUID> people = people(count);

        Map<UUID, List<UUID>> allocated = PeerAllocation.circle(people, each, seed);

        int expected = Math.max(0, Math.min(each, count - 1));
        assertThat(allocated.keySet()).containsExactlyInAnyOrderElementsOf(people);
        Map<UUID, Integer> got = new HashMap<>();
        allocated.forEach((reviewer, texts) -> {
            assertThat(texts).hasSize(expected).doesNotHaveDuplicates().doesNotContain(reviewer);
            texts.forEach(text -> got.merge(text, 1, Integer::sum));
        });
        people.forEach(person -> assertThat(got.getOrDefault(person, 0)).isEqualTo(expected));
        assertThat(PeerAllocation.circle(people.reversed(), each, seed)).isEqualTo(allocated);
    }

    @Property(tries = 300)
    void furtherReviewsAreNobodysOwnAndNobodysTwice(
            @ForAll @IntRange(min = 2, max = 40) int count,
            @ForAll @IntRange(min = 1, max = 5) int each,
            @ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> missing,
            @ForAll long seed) {
        List<UUID> people = people(count);
        Map<UUID, Set<UUID>> have = new HashMap<>();
        PeerAllocation.circle(people, each, seed).forEach((person, texts) -> have.put(person, new HashSet<>(texts)));
        Map<UUID, Integer> lacking = new HashMap<>();
        IntStream.range(0, Math.min(count, missing.size())).forEach(i -> lacking.put(people.get(i), missing.get(i)));

        Map<UUID, List<UUID>> more = PeerAllocation.more(lacking, have, seed);

        Map<UUID, Integer> got = new HashMap<>();
        more.forEach((reviewer, texts) -> {
            assertThat(texts).doesNotHaveDuplicates().doesNotContain(reviewer);
            assertThat(texts).doesNotContainAnyElementsOf(have.getOrDefault(reviewer, Set.of()));
            texts.forEach(text -> got.merge(text, 1, Integer::sum));
        });
        lacking.forEach((text, number) -> {
            int possible = (int) people.stream()
                    .filter(person -> !person.equals(text)
                            && !have.getOrDefault(person, Set.of()).contains(text))
                    .count();
            assertThat(got.getOrDefault(text, 0)).isEqualTo(Math.min(number, possible));
        });
        assertThat(PeerAllocation.more(lacking, have, seed)).isEqualTo(more);
    }

    @Property(tries = 300)
    void theMedianIsBetweenTheReviewsAndCannotBeMovedByALightOne(
            @ForAll @NotEmpty @Size(max = 9) List<@DoubleRange(min = 0, max = 1) Double> shares,
            @ForAll @DoubleRange(min = 0.1, max = 1) double weight) {
        List<Weighted> reviews =
                shares.stream().map(share -> new Weighted(share, weight)).toList();
        double median = PeerScore.median(reviews).orElseThrow();

        assertThat(shares).anyMatch(share -> share <= median + 1e-9).anyMatch(share -> share >= median - 1e-9);
        assertThat(shares.stream().filter(share -> share < median - 1e-9).count())
                .isLessThanOrEqualTo(shares.size() / 2);
        assertThat(shares.stream().filter(share -> share > median + 1e-9).count())
                .isLessThanOrEqualTo(shares.size() / 2);
        if (shares.size() >= 3) {
            List<Weighted> withOutlier = new ArrayList<>(reviews);
            withOutlier.add(new Weighted(0, 0.01));
            assertThat(PeerScore.median(withOutlier).orElseThrow())
                    .isGreaterThanOrEqualTo(shares.stream().sorted().toList().get((shares.size() - 1) / 2) - 1e-9);
        }
    }

    @Test
    void aReviewCountsAsMuchAsItsReviewerAgreedWithTheTeacher() {
        assertThat(PeerScore.median(List.of())).isEmpty();
        assertThat(median(new Weighted(0.5, 1))).isEqualTo(0.5);
        assertThat(median(new Weighted(0.4, 1), new Weighted(0.8, 1))).isCloseTo(0.6, within());
        assertThat(median(new Weighted(0.4, 1), new Weighted(0.8, 0.5))).isEqualTo(0.4);
        assertThat(median(new Weighted(0, 0.1), new Weighted(0.7, 1), new Weighted(0.9, 0.6)))
                .isEqualTo(0.7);

        OptionalDouble agreement = PeerScore.agreement(List.of(new Compared(1, 0.5), new Compared(0.5, 0.5)));
        assertThat(agreement).hasValue(0.75);
        assertThat(PeerScore.weight(agreement)).isEqualTo(0.5);
        assertThat(PeerScore.weight(PeerScore.agreement(List.of()))).isEqualTo(1);
        assertThat(PeerScore.weight(OptionalDouble.of(0.2))).isEqualTo(PeerScore.LEAST_WEIGHT);
    }

    private static double median(Weighted... reviews) {
        return PeerScore.median(List.of(reviews)).orElseThrow();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static List<UUID> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(7, i)).toList();
    }
}
