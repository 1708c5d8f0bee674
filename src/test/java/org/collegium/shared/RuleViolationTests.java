package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RuleViolationTests {

    @Test
    void whatWasGivenIsRepeatedOnlyAsFarAsItCanBeRead() {
        RuleViolation violation = new RuleViolation("any.rule", "x".repeat(10_000), 7, "short");

        assertThat(violation.arguments()).containsExactly("x".repeat(79) + "…", 7, "short");
        assertThat(violation.getMessage()).hasSizeLessThan(200);
    }

    @Test
    void aCharacterOfTwoPartsIsNotCutInHalf() {
        Object shortened = RuleViolation.shortened("🧊".repeat(100));

        assertThat(shortened.toString()).matches("(🧊)+…");
    }
}
