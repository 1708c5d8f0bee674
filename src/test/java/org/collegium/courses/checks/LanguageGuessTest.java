package org.collegium.courses.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LanguageGuessTest {

    private static final String ENGLISH = """
        A model is a rule that was made from examples. It is of use when it says something about what it has not seen, and
        that is why it is judged on data that were set aside for this. With more examples it often gets better, but not
        always: when the examples are all alike, more of them tell the model nothing that it has not heard before.
        """;

    private static final String SPANISH = """
        Un modelo es una regla que se ha hecho a partir de ejemplos. Es útil cuando dice algo sobre lo que no ha visto, y por
        eso se juzga con los datos que se han apartado para ello. Con más ejemplos suele mejorar, pero no siempre: cuando los
        ejemplos son todos iguales, más ejemplos no le dicen al modelo nada que no haya oído antes en el resto de los datos.
        """;

    private static final String RUSSIAN =
            "Модель есть правило, сделанное из примеров, и судят её по новым данным. ".repeat(3);

    @Test
    void aTextInTheLanguageThatIsSaidIsNotSpokenOf() {
        assertThat(LanguageGuess.of(ENGLISH, "en")).isEmpty();
        assertThat(LanguageGuess.of(SPANISH, "es")).isEmpty();
        assertThat(LanguageGuess.of(RUSSIAN, "ru")).isEmpty();
    }

    @Test
    void anotherLanguageIsNamed() {
        assertThat(LanguageGuess.of(SPANISH, "en")).contains("es");
        assertThat(LanguageGuess.of(ENGLISH, "es")).contains("en");
        assertThat(LanguageGuess.of(ENGLISH, "zh")).contains("en");
        assertThat(LanguageGuess.of(RUSSIAN, "en")).contains("Cyrillic");
    }

    @Test
    void whereItIsNotKnownNothingIsSaid() {
        assertThat(LanguageGuess.of(ENGLISH, "pl")).isEmpty();
        assertThat(LanguageGuess.of("Una frase corta.")).isEmpty();
        assertThat(LanguageGuess.of(RUSSIAN)).as("a script of many languages").isEmpty();
        assertThat(LanguageGuess.of("Una frase corta.", "en")).isEmpty();
        assertThat(LanguageGuess.of("", "en")).isEmpty();
        assertThat(LanguageGuess.of("x".repeat(2000), "en")).isEmpty();
    }

    @Test
    void aLanguageOfWhichNobodySaidAnythingIsTold() {
        assertThat(LanguageGuess.of(ENGLISH)).contains("en");
        assertThat(LanguageGuess.of(SPANISH)).contains("es");
        assertThat(LanguageGuess.of("人工智能的不同方法，包括古老的符号方法。".repeat(5))).contains("zh");
        assertThat(LanguageGuess.of("Η τεχνητή νοημοσύνη είναι παντού. ".repeat(5)))
                .contains("el");
    }
}
