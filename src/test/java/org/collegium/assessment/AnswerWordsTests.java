package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.collegium.assessment.Accepted.Match;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class AnswerWordsTests {

    @ParameterizedTest
    @CsvSource({
        "over*fit*,over-fitting,true",
        "over*fit*,OVERFITTED,true",
        "over*fit*,overly unfit,true",
        "over*fit*,outfit,false",
        "?at,Cat,true",
        "?at,at,false",
        "*,x,true",
        "a*b*c,a b b c,true",
        "a*b*c,acb,false",
        "2\\*x,2*x,true",
        "2\\*x,2yx,false",
        "gr?y  scale,GREY scale,true"
    })
    void wildcardsStandForAnyCharacters(String pattern, String typed, boolean fits) {
        assertThat(AnswerWords.fits(accepted(pattern, Match.WILDCARD), typed, false))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "gr[ae]y,grey,true",
        "gr[ae]y,GRAY,true",
        "gr[ae]y,gruy,false",
        "(hyper-?)?parameters?,hyper-parameter,true",
        "(hyper-?)?parameters?,Parameters,true",
        "(hyper-?)?parameters?,my parameters,false",
        "a|b+,bbb,true",
        "colou?r.*,  Colour   blind ,true",
        "ÄRGER,ärger,true",
        "[0-9]+,12,true"
    })
    void regularExpressionsCoverTheWholeAnswer(String pattern, String typed, boolean fits) {
        assertThat(AnswerWords.usable(pattern)).isTrue();
        assertThat(AnswerWords.fits(accepted(pattern, Match.PATTERN), typed, false))
                .isEqualTo(fits);
    }

    @Test
    void caseCountsWhereItMatters() {
        assertThat(AnswerWords.fits(accepted("p[Hh]", Match.PATTERN), "PH", true))
                .isFalse();
        assertThat(AnswerWords.fits(accepted("p*H", Match.WILDCARD), "PH", true))
                .isFalse();
        assertThat(AnswerWords.fits(accepted("pH", Match.EXACT), " pH ", true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a",
                "a$",
                "a{2}",
                "(",
                "a)",
                "[",
                "[b-a]",
                "a\\",
                "(a|b)*a(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)"
            })
    void whatCannotBeUsedIsRefused(String pattern) {
        assertThat(AnswerWords.usable(pattern)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\$", "a\\{2\\}", "\\^a", "a?"})
    void signsMayStandForThemselves(String pattern) {
        assertThat(AnswerWords.usable(pattern)).isTrue();
    }

    /** Patterns over which searchers that go back take longer than a life. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)b"})
    void noAnswerTakesLong(String pattern) {
        Assertions.assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> AnswerWords.fits(accepted(pattern, Match.PATTERN), "a".repeat(500), false)))
                .isFalse();
        Assertions.assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> AnswerWords.fits(
                                accepted("*a".repeat(90) + "b", Match.WILDCARD), "a".repeat(500), false)))
                .isFalse();
    }

    private static Accepted accepted(String text, Match match) {
        return new Accepted(text, match, 1, "");
    }
}
