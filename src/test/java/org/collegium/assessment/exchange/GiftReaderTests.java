package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.exchange.ExchangeFixtures.gift;
import static org.collegium.assessment.exchange.ExchangeFixtures.question;
import static org.collegium.assessment.exchange.ExchangeFixtures.said;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Accepted.Match;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Tolerance;
import org.collegium.assessment.Traits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class GiftReaderTests {

    private static final ReadQuestions FORMS = ExchangeFixtures.file("forms.gift.txt");

    @Test
    void everyItemOfTheSampleIsCounted() {
        assertThat(FORMS.counts()).as("%s", said(FORMS)).isEqualTo(new ExchangeCounts(23, 16, 3, 4));
        assertThat(FORMS.questions()).hasSize(FORMS.counts().carried());
        assertThat(FORMS.usable()).isTrue();
    }

    @Test
    void whatIsLeftOutOrLostIsNamedAtItsPlace() {
        assertThat(said(FORMS))
                .containsExactlyInAnyOrder(
                        "forms.gift.txt:26:45 exchange-scoring [Other weights]",
                        "forms.gift.txt:45:65 exchange-part [Several numbers, =7:1]",
                        "forms.gift.txt:49:1 exchange-kind [Free words, essay]",
                        "forms.gift.txt:51:1 exchange-kind [Only a text, description]",
                        "forms.gift.txt:66:33 exchange-gift [Never closed, {]",
                        "forms.gift.txt:68:26 exchange-number [No number, many]",
                        "forms.gift.txt:70:88 exchange-picture [With a picture, @@PLUGINFILE@@/tree.png]");
    }

    @Test
    void aStatementHasWhatIsSaidToBoth() {
        assertThat(question(FORMS, "More data"))
                .isEqualTo(new TrueFalse(
                        "more-data",
                        "More data always make a model better.",
                        1,
                        tagged("data", "first", "first-steps"),
                        "",
                        false,
                        new Feedback("Yes: bad data make it worse.", "Not if they are wrong data.")));
        assertThat(question(FORMS, "With a last word").explanation()).isEqualTo("A forest votes among its trees.");
    }

    @Test
    void categoriesIdsAndTagsAreKept() {
        ReadQuestion first = FORMS.questions().getFirst();
        assertThat(first.category()).isEqualTo("$course$/Learning machines/First steps");
        assertThat(first.tags()).containsExactly("data", "first");
        assertThat(FORMS.questions().getLast().category()).isEqualTo("Second steps");
        assertThat(FORMS.questions().get(1).question().key()).isEqualTo("question-2");
    }

    @Test
    void oneAnswerOrSeveralAreRight() {
        assertThat(question(FORMS, "One right answer")).isInstanceOfSatisfying(SingleChoice.class, choice -> {
            assertThat(choice.stem()).isEqualTo("Which of these is\\\na loss?");
            assertThat(choice.options())
                    .containsExactly(
                            new Option("a", "squared error", true, "It says how far off a guess is."),
                            new Option("b", "learning rate", false, "It says how large a step is."),
                            new Option("c", "batch", false, ""));
        });
        assertThat(question(FORMS, "Two right answers"))
                .isInstanceOfSatisfying(
                        MultipleChoice.class,
                        choice -> assertThat(choice.options())
                                .extracting(Option::text, Option::correct)
                                .containsExactly(
                                        Tuple.tuple("regression", true),
                                        Tuple.tuple("classification", true),
                                        Tuple.tuple("clustering", false)));
        assertThat(question(FORMS, "The missing word").stem())
                .isEqualTo("A network learns by \\_\\_\\_\\_\\_ along the slope.");
    }

    @Test
    void wordsHaveSharesAndStars() {
        assertThat(((ShortText) question(FORMS, "A word")).accept())
                .containsExactly(
                        Accepted.of("overfit"),
                        Accepted.of("overfitting"),
                        new Accepted("memorise", Match.EXACT, 0.5, "Nearly: what is the term?"));
        ShortText stars = (ShortText) question(FORMS, "A word with a star");
        assertThat(stars.accept())
                .containsExactly(
                        Accepted.of("regulari?ation"), new Accepted("*regulari\\?ation*", Match.WILDCARD, 1, ""));
        assertThat(stars.feedback().incorrect()).isEqualTo("It begins with an r.");
    }

    @Test
    void pairsMayHaveAnOptionTooMany() {
        Matching pairs = (Matching) question(FORMS, "Pairs");
        assertThat(pairs.prompts())
                .containsExactly(
                        new Prompt("p1", "precision", "a"),
                        new Prompt("p2", "recall", "b"),
                        new Prompt("p3", "accuracy", "c"));
        assertThat(pairs.options()).extracting(Offer::text).hasSize(4).endsWith("the time it took");
    }

    @ParameterizedTest
    @CsvSource({
        "A number, 1.414, 0.0005",
        "A range, 14, 2",
        "Several numbers, 8, 0",
        "In exponents, 6.626, 0.001",
        "In Markdown, 1024, 0"
    })
    void numbersHaveATolerance(String title, BigDecimal answer, BigDecimal tolerance) {
        Numeric number = (Numeric) question(FORMS, title);
        assertThat(number.answer()).isEqualByComparingTo(answer);
        assertThat(number.tolerance().absolute()).isEqualByComparingTo(tolerance);
        assertThat(number.tolerance().percent()).isEqualTo(Tolerance.NONE.percent());
    }

    @Test
    void textsBecomeMarkdown() {
        assertThat(question(FORMS, "With markup").stem())
                .isEqualTo("Which is **the mean** of $a$ and $b$:\\\n`(a + b) / 2`?");
        assertThat(((SingleChoice) question(FORMS, "With markup")).options())
                .extracting(Option::text)
                .containsExactly("the first \\* of all", "*neither*");
        assertThat(question(FORMS, "In Markdown").stem()).isEqualTo("What is **$2^{10}$**?");
        assertThat(question(FORMS, "Signs: { and }").stem())
                .isEqualTo("What do ~, = and # mean?\\\nThey are \\\\ signs.");
        assertThat(question(FORMS, "Wörter").stem()).isEqualTo("Wie heißt „overfitting“ auf Deutsch? Auf 日本語: 過学習.");
    }

    @Test
    void linesMayEndInAnyWayAndAMarkMayStandAtTheBeginning() {
        ReadQuestions read = gift("\uFEFF::A::One {T}\r\n\r\n// c\r\n::B::Two {F}\r\r::C::Three {=x ~y");
        assertThat(read.counts()).isEqualTo(new ExchangeCounts(3, 2, 0, 1));
        assertThat(said(read)).containsExactly("a.gift:6:12 exchange-gift [C, {]");
    }

    @ParameterizedTest
    @CsvSource({
        "'Which {=a ~%x%b}', exchange-number",
        "'Which {=a ~%50b}', exchange-gift",
        "'Which {maybe}', exchange-gift",
        "'Which } one', exchange-gift",
        "'Which {=a -> b =c}', exchange-gift",
        "'Which {=a ~b} and {=c}', exchange-gift",
        "'Which {#1..x}', exchange-number",
        "'Which {#1e999999999}', exchange-number",
        "'Which {=a -> b}', exchange-unfit",
        "'{T}', exchange-unfit"
    })
    void whatCannotBeReadStopsNoOther(String broken, String code) {
        ReadQuestions read = gift(broken + "\n\nIs it so? {T}");
        assertThat(read.counts()).isEqualTo(new ExchangeCounts(2, 1, 0, 1));
        assertThat(read.faults()).hasSize(1).allSatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.line()).isEqualTo(1);
        });
    }

    @Test
    void aFileWithoutQuestionsIsRefused() {
        assertThat(gift("// nothing\n").usable()).isFalse();
        assertThat(said(gift(" "))).containsExactly(" exchange-nothing []");
    }

    @Test
    void choicesWithoutARightOneNeedAKey() {
        ReadQuestions read = gift("Which? {~a ~b}");
        assertThat(read.counts().carried()).isEqualTo(1);
        assertThat(read.faults()).anySatisfy(fault -> assertThat(fault.code()).isEqualTo("question-unkeyed"));
    }

    private static Traits tagged(String... tags) {
        return new Traits(List.of(), List.of(tags), null, null, "");
    }
}
