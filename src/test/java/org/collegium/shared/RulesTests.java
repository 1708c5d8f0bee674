package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RulesTests {

    @Test
    void whatIsInOrderPasses() {
        assertThatCode(() -> new Rules().that(true, "any.rule").in(() -> {}).hold())
                .doesNotThrowAnyException();
    }

    @Test
    void allThatIsBrokenIsToldInOrder() {
        Rules rules = new Rules()
                .that(false, "first.rule", 1)
                .that(true, "kept.rule")
                .in(() -> new Slug("Not A Key"))
                .in(() -> new Rules()
                        .that(false, "inner.one")
                        .that(false, "inner.two")
                        .hold());

        RuleViolation violation = catchThrowableOfType(RuleViolation.class, rules::hold);

        assertThat(violation.code()).isEqualTo("first.rule");
        assertThat(violation.arguments()).containsExactly(1);
        assertThat(violation.all())
                .extracting(RuleViolation::code)
                .containsExactly("first.rule", "shared.slug.syntax", "inner.one", "inner.two");
    }

    @Test
    void oneBrokenRuleIsTheOnlyOne() {
        RuleViolation violation = catchThrowableOfType(
                RuleViolation.class, () -> new Rules().that(false, "a.rule").hold());

        assertThat(violation.all()).extracting(RuleViolation::code).containsExactly("a.rule");
    }
}
