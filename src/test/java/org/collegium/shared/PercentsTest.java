package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores are said alike everywhere, and never as more than they are. */
class PercentsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0%",
        "0.875, 87.5%",
        "0.8496, 84.96%",
        "0.849999, 84.99%",
        "0.85, 85%",
        "0.333333333333, 33.33%",
        "0.666666666666, 66.66%",
        "0.29, 29%",
        "0.30000000000000004, 30%",
        "0.7999999999999999, 80%",
        "1, 100%"
    })
    void scores(double score, String said) {
        assertThat(Percents.of(score, Locale.ENGLISH)).isEqualTo(said);
    }

    @Test
    void eachLanguageWritesThemItsOwnWay() {
        assertThat(Percents.of(0.8496, Locale.GERMAN)).matches("84,96\\p{Z}%");
        assertThat(Percents.of(0.8496, Locale.FRENCH)).matches("84,96\\p{Z}%");
    }

    @Test
    void whatHasTwoPlacesIsSaidAsItIs() {
        assertThat(IntStream.rangeClosed(0, 10_000).mapToObj(each -> each / 10_000.0))
                .allMatch(share -> Percents.shown(share) == share);
    }
}
