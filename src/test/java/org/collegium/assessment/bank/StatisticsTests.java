package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.collegium.assessment.bank.Statistics.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class StatisticsTests {

    /** Right: 0.9 and 0.7 in the rest; wrong: 0.5 and 0.3. By hand: Σxy = 2, Σx² = 5, Σy² = 1, so r = 2/√5. */
    @Test
    void theFiguresAreThoseComputedByHand() {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            results.add(new Result(1, 0.9));
            results.add(new Result(1, 0.7));
            results.add(new Result(0, 0.5));
            results.add(new Result(0, 0.3));
        }

        assertThat(Statistics.facility(results)).isEqualTo(0.5);
        assertThat(Statistics.discrimination(results)).isCloseTo(0.894427191, within(1e-9));
        assertThat(Statistics.discrimination(results.subList(0, 19))).isNull();
    }

    /** Shares 0, ½, 1 with the rest in reverse: by hand Σxy = −4, Σx² = 4, Σy² = 4. */
    @Test
    void partsOfThePointsCount() {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            results.add(new Result(0, 1));
            results.add(new Result(0.5, 0.5));
            results.add(new Result(1, 0));
        }

        assertThat(Statistics.facility(results)).isEqualTo(0.5);
        assertThat(Statistics.discrimination(results)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void whereAllAreAlikeThereIsNoCorrelation() {
        List<Result> right = new ArrayList<>();
        List<Result> alone = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            right.add(new Result(1, i / 30.0));
            alone.add(new Result(i % 2, Double.NaN));
        }

        assertThat(Statistics.discrimination(right)).isNull();
        assertThat(Statistics.discrimination(alone)).isNull();
        assertThat(Statistics.facility(alone)).isEqualTo(0.5);
        assertThat(Statistics.facility(List.of())).isNull();
    }
}
