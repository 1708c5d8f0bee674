package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "Ada.Lind+courses@mail.Example.org",
                "o'neil@example.co.uk",
                "ö@bücher.example"
            })
    void addressesThatPeopleHaveAreTaken(String text) {
        assertThat(new EmailAddress("  " + text + " ").value()).isEqualTo(text.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@example",
                "ada@example.",
                "ada@.org",
                "ada@example..org",
                "ada@@example.org",
                "ada lind@example.org",
                "ada\u0000@example.org",
                "ada\u200b@example.org",
                "ada@exam\u00a0ple.org",
                "ada@example.org,eve@example.org",
                "ada@example.org\nBcc: eve@example.org"
            })
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("shared.email");
    }

    @Test
    void aLongOneTakesNoLongerThanItIsLong() {
        assertThatThrownBy(() -> new EmailAddress("a@" + "b.".repeat(100_000))).isInstanceOf(RuleViolation.class);
    }
}
