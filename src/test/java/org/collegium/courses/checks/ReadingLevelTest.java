package org.collegium.courses.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ReadingLevelTest {

    @Test
    void wordsSentencesAndLongWordsAreCounted() {
        assertThat(ReadingLevel.of(
                        List.of("A model learns. It generalises, e.g. well-known data 3.5 times!", "Next: sentences")))
                .isEqualTo(new ReadingLevel(14, 5, 3));
        assertThat(ReadingLevel.of(List.of("", "…"))).isEqualTo(new ReadingLevel(0, 0, 0));
    }

    @Test
    void theMeasureIsWordsASentenceAndTheShareOfLongWords() {
        List<String> text = Collections.nCopies(20, "We considered the whole population.");

        assertThat(ReadingLevel.of(text)).isEqualTo(new ReadingLevel(100, 20, 40));
        assertThat(ReadingLevel.of(text).lix("en")).hasValue(45);
        assertThat(ReadingLevel.of(text).lix("zh")).isEmpty();
        assertThat(ReadingLevel.of(text.subList(0, 19)).lix("en")).isEmpty();
    }
}
