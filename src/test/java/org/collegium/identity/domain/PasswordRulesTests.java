package org.collegium.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven lakes behind the mill",
                "password of the old lighthouse",
                "Kx7#pQ2vLm",
                "öäü-Größe-außen",
                "пароль от маяка",
                "primroses in the garden"
            })
    void longAndUnusualPasswordsAreGoodEnough(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "123456789"})
    void nineCharactersAreTooFew(String password) {
        refused(password, "identity.password.short");
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        refused("🦊🦊🦊🦊🦊", "identity.password.short");
    }

    @Test
    void aPasswordHasAnEnd() {
        refused("lake mill ".repeat(21), "identity.password.long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Password123!",
                "P@ssw0rd2026",
                "passwordpassword",
                "qwertyuiop",
                "QwertyUIOP1!",
                "welcomepassword",
                "iloveyou2026",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "1234567890",
                "12345678901234",
                "9876543210",
                "abcdefghijkl",
                "collegium2026",
                "correcthorsebatterystaple",
                "Adm1n1strator"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        refused(password, "identity.password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rosalind.Grove", "rosalindgrove1", "rgrove@north-lakes.example", "grove-north-lakes"})
    void onesOwnNameAndAddressAreRefused(String password) {
        refused(password, "identity.password.personal");
    }

    private void refused(String password, String code) {
        assertThatThrownBy(() -> check(password))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo(code));
    }

    private void check(String password) {
        rules.check(password, "Rosalind Grove", new EmailAddress("rgrove@north-lakes.example"));
    }
}
