package org.collegium.demonstration.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class GenerationRequestTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @Test
    void whatIsLeftOutHasAUsualValue() {
        assertThat(GenerationRequest.parse("courses=12", TODAY)).isEqualTo(new GenerationRequest(12, 10_000, 1, TODAY));
    }

    @Test
    void aRequestIsReadAsItIsWritten() {
        GenerationRequest request =
                GenerationRequest.parse("courses=10000, learners=100000,seed=7,until=2026-10-05", TODAY);

        assertThat(request).isEqualTo(new GenerationRequest(10_000, 100_000, 7, LocalDate.of(2026, 10, 5)));
        assertThat(GenerationRequest.parse(request.toString(), TODAY)).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "courses", "curses=1", "courses=many", "courses=0", "courses=1,learners=-1", "until=tomorrow"
            })
    void whatCannotBeMeantIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> GenerationRequest.parse(text, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--generate");
    }
}
