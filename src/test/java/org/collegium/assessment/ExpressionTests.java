package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.collegium.assessment.Expression.Unreadable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class ExpressionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3|7",
                "(1 + 2) * 3|9",
                "10 - 4 - 3|3",
                "2 ^ 3 ^ 2|512",
                "-2 ^ 2|-4",
                "2 ^ -1|0.5",
                "--x|3",
                "8 / 4 / 2|1",
                "x * -y|-12",
                "sqrt(x^2 + y^2)|5",
                "max(1, x, y)|4",
                "min(x, y)|3",
                "round(2.345, 2)|2.35",
                "round(-2.5)|-2",
                "round(1.005, 2)|1.01",
                "round(2.675, 2)|2.68",
                "round(0.285 * 100)|29",
                "round(1234.5, -2)|1200",
                "round(0.4999999)|0",
                "floor(0.29 * 100)|29",
                "floor(28.9999999)|28",
                "ceil(0.1 * 3 * 10)|3",
                "ceil(log2(2^29))|29",
                "log2(8)|3",
                "log10(1000)|3",
                "ln(e)|1",
                "abs(-x)|3",
                "cos(pi)|-1",
                "floor(2.9) + ceil(2.1)|5",
                ".5|0.5"
            })
    void formulasAreComputedAsOneWritesThem(String formula, double result) throws Unreadable {
        assertThat(Expression.of(formula).value(Map.of("x", 3.0, "y", 4.0)).orElseThrow())
                .isCloseTo(result, org.assertj.core.data.Offset.offset(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1",
                "1 +|4",
                "(1|3",
                "1)|2",
                "2 x|3",
                "2x|2",
                "1.2.3|1",
                "sqrt()|6",
                "sqrt(1, 2)|1",
                "system(1)|1",
                "x = 1|3",
                "1; 2|2",
                "a.b|2",
                "\"x\"|1",
                "1e5|2"
            })
    void whatIsNoFormulaIsRefusedAtItsPlace(String formula, int position) {
        assertThatThrownBy(() -> Expression.of(formula))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.position()).isEqualTo(position));
    }

    @Test
    void longAndDeepFormulasAreRefusedBeforeTheyTakeLong() {
        String deep = "(".repeat(200) + "1" + ")".repeat(200);
        String signs = "-".repeat(400) + "1";

        assertThatThrownBy(() -> Expression.of(deep)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Expression.of(signs)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Expression.of("1" + "+1".repeat(300))).isInstanceOf(Unreadable.class);
    }

    @Test
    void whatHasNoResultHasNone() throws Unreadable {
        assertThat(Expression.of("1 / x").value(Map.of("x", 0.0))).isEmpty();
        assertThat(Expression.of("sqrt(x)").value(Map.of("x", -1.0))).isEmpty();
        assertThat(Expression.of("9^9^9^9").value(Map.of())).isEmpty();
        assertThat(Expression.of("x").value(Map.of())).isEmpty();
    }

    @Test
    void itKnowsItsVariables() throws Unreadable {
        assertThat(Expression.of("a * sin(b_1) + pi + e").names()).containsExactly("a", "b_1");
        assertThat(Expression.usable("a + b", Set.of("a"))).isFalse();
        assertThat(Expression.usable("a + a", Set.of("a"))).isTrue();
    }
}
