package org.collegium.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class PersonNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Lind",
                "Nguyễn Thị Minh Khai",
                "محمد الزهراني",
                "می\u200cخواهم",
                "李",
                "O'Neil-Smith Jr.",
                "X Æ A-12"
            })
    void namesOfPeopleAreTaken(String name) {
        assertThat(new PersonName("  " + name + " ").value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'',identity.name.empty",
        "' \t ',identity.name.empty",
        "\u200b,identity.name.empty",
        "...,identity.name.empty",
        "<b>Ada</b>,identity.name.syntax",
        "Win at www.example.org,identity.name.syntax",
        "https://example.org,identity.name.syntax",
        "Ada\u202egro.elpmaxe,identity.name.syntax",
        "A\u0007da,identity.name.syntax"
    })
    void othersAreRefused(String name, String code) {
        assertThatThrownBy(() -> new PersonName(name))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining(code);
    }
}
