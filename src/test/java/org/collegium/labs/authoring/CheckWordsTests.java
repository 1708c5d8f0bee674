package org.collegium.labs.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.collegium.activity.Readiness.Sentence;
import org.collegium.labs.GradeReport;
import org.collegium.labs.LabCheck;
import org.collegium.labs.OversizedFile;
import org.collegium.labs.sandbox.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CheckWordsTests {

    private static final GradeReport NOT_RUN = new GradeReport.Postponed("the file is too large");
    private static final LabCheck CHECK = new LabCheck(
            NOT_RUN,
            NOT_RUN,
            Duration.ZERO,
            0,
            2,
            List.of(),
            List.of(new OversizedFile("data/rows.csv", 1_234_001, 700_000)));

    @Test
    void aFileThatSandboxesCannotBeGivenFailsTheCheckAndIsNamedWithWhatItMayHave() {
        CheckResult result =
                CheckResult.of(CHECK, Limits.USUAL, "runtime", Instant.EPOCH).orElseThrow();

        assertThat(result.passed()).isFalse();
        assertThat(CheckWords.faults(result))
                .containsExactly(Sentence.of("labs.check.too-large", "data/rows.csv", 1_235L, 700L));
        assertThat(AuthoringJson.result(AuthoringJson.write(result))).isEqualTo(result);
    }

    @Test
    void aResultThatWasKeptBeforeSizesWereLookedAtCanBeRead() {
        CheckResult result =
                CheckResult.of(CHECK, Limits.USUAL, "runtime", Instant.EPOCH).orElseThrow();
        String kept = AuthoringJson.write(result);
        String older = kept.replaceFirst("\"tooLarge\":\\[[^\\]]*\\],", "");

        assertThat(older).isNotEqualTo(kept);
        assertThat(AuthoringJson.result(older).tooLarge()).isEmpty();
    }

    @Test
    void aLabThatCouldNotBeTriedHasNoResult() {
        LabCheck waits = new LabCheck(NOT_RUN, NOT_RUN, Duration.ZERO, 0, 2, List.of(), List.of());

        assertThat(CheckResult.of(waits, Limits.USUAL, "runtime", Instant.EPOCH))
                .isEmpty();
    }
}
