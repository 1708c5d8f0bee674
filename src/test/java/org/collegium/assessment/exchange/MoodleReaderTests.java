package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.exchange.ExchangeFixtures.question;
import static org.collegium.assessment.exchange.ExchangeFixtures.said;
import static org.collegium.assessment.exchange.ExchangeFixtures.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Accepted.Match;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.Traits;
import org.collegium.assessment.Units;
import org.collegium.assessment.WordLimits;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class MoodleReaderTests {

    private static final ReadQuestions BANK = ExchangeFixtures.file("bank.moodle.xml");

    @Test
    void everyItemOfTheSampleIsCounted() {
        assertThat(BANK.counts()).as("%s", said(BANK)).isEqualTo(new ExchangeCounts(20, 10, 7, 3));
        assertThat(BANK.usable()).isTrue();
        assertThat(BANK.questions()).allSatisfy(one -> {
            assertThat(one.category()).isEqualTo("$course$/top/Models");
            assertThat(one.question().keyed()).isTrue();
        });
    }

    @Test
    void whatIsLostIsNamed() {
        assertThat(BANK.faults().stream().map(fault -> fault.code() + " " + fault.arguments()))
                .containsExactlyInAnyOrder(
                        "exchange-penalty []",
                        "exchange-scoring [Shares of its own]",
                        "exchange-part [Shares of its own, hint]",
                        "exchange-part [Shares of its own, correctfeedback]",
                        "exchange-scoring [An order]",
                        "exchange-changed [A computed number, dataset_items, from, to, step]",
                        "exchange-changed [Words to drag, dragbox, options]",
                        "exchange-markup [With a film, p style]",
                        "exchange-part [With a film, <video>]",
                        "exchange-part [Two numbers, answer 7]",
                        "exchange-part [Free words, attachments]",
                        "exchange-part [Free words, graderinfo]",
                        "exchange-kind [Only a text, description]",
                        "exchange-markers [Marks on a picture, 0]",
                        "exchange-gap [A gap with several answers, MULTIRESPONSE]");
        assertThat(BANK.faults()).allSatisfy(fault -> {
            assertThat(fault.line()).isPositive();
            assertThat(fault.reason()).doesNotContain("import.");
        });
    }

    @Test
    void aChoiceHasItsPointsTextsAndTags() {
        ReadQuestion first = BANK.questions().getFirst();
        assertThat(first.tags()).containsExactly("capacity", "first");
        assertThat(first.question())
                .isEqualTo(new SingleChoice(
                        "too-little-freedom",
                        "A model with **too little** freedom",
                        2,
                        new Traits(List.of(), List.of("capacity", "first", "models"), null, null, ""),
                        "See the lesson on *capacity*.",
                        List.of(new Option("a", "underfits", true, "Yes."), new Option("b", "overfits", false, ""))));
        assertThat(((MultipleChoice) question(BANK, "Several right answers")).options())
                .extracting(Option::correct)
                .containsExactly(true, true, false);
        assertThat(((TrueFalse) question(BANK, "A statement")).feedback())
                .isEqualTo(new Feedback("Right.", "Think of storks."));
    }

    @Test
    void anEssayHasItsWordLimits() {
        assertThat(question(BANK, "Free words"))
                .isEqualTo(new Essay(
                        "free-words",
                        "Say what a gradient is.",
                        4,
                        new Traits(List.of(), List.of("models"), null, null, ""),
                        "",
                        new WordLimits(50, 200),
                        Rubric.NONE));
    }

    @Test
    void wordsAndNumbersHaveWhatIsSaidToThem() {
        ShortText word = (ShortText) question(BANK, "A word");
        assertThat(word.stem()).isEqualTo("What is the opposite of \\* underfitting \\*?");
        assertThat(word.caseSensitive()).isTrue();
        assertThat(word.feedback().incorrect()).isEqualTo("Read again.");
        assertThat(word.accept())
                .containsExactly(
                        new Accepted("overfitting", Match.EXACT, 1, "Yes."),
                        new Accepted("over*", Match.WILDCARD, 0.5, ""));
        Numeric number = (Numeric) question(BANK, "A number with units");
        assertThat(number.units())
                .isEqualTo(new Units("m", List.of(new Units.Other("km", new BigDecimal(1000))), false));
        assertThat(number.feedback()).isEqualTo(new Feedback("Near enough.", "No."));
        assertThat(number.tolerance().absolute()).isEqualByComparingTo("25");
    }

    @Test
    void pairsAndOrdersAreRead() {
        Matching pairs = (Matching) question(BANK, "Pairs");
        assertThat(pairs.prompts()).hasSize(2);
        assertThat(pairs.options()).extracting(Offer::text).containsExactly("median", "mean", "mode");
        assertThat(pairs.feedback().correct()).isEqualTo("All of them.");
        assertThat(((Ordering) question(BANK, "An order")).options())
                .extracting(Offer::text)
                .containsExactly("split", "train", "test");
    }

    @Test
    void gapsAreReadInEverySyntax() {
        Cloze gaps = (Cloze) question(BANK, "Gaps");
        assertThat(gaps.stem()).isEqualTo("The {{gap-1}} of 2 and 4 is {{gap-2}}, which is {{gap-3}}.");
        assertThat(gaps.points()).isEqualTo(4);
        assertThat(((ShortText) gaps.gaps().get(0)).accept())
                .containsExactly(
                        new Accepted("mean", Match.EXACT, 1, "Yes."), new Accepted("average", Match.EXACT, 0.5, ""));
        assertThat(((ShortText) gaps.gaps().get(0)).feedback().incorrect()).isEqualTo("No.");
        assertThat(((Numeric) gaps.gaps().get(1)).tolerance().absolute()).isEqualByComparingTo("0.1");
        assertThat(((SingleChoice) gaps.gaps().get(2)).options())
                .containsExactly(new Option("a", "low", false, ""), new Option("b", "high", true, "Above } all."));
        Cloze chosen = (Cloze) question(BANK, "Words to choose");
        assertThat(chosen.stem()).isEqualTo("A tree {{gap-1}} by questions; a forest {{gap-2}}.");
        assertThat(((SingleChoice) chosen.gaps().get(1)).options())
                .extracting(Option::text)
                .containsExactly("votes", "sleeps");
    }

    @Test
    void aFormulaIsWrittenAsFormulasAreHere() {
        Formula formula = (Formula) question(BANK, "A computed number");
        assertThat(formula.stem())
                .isEqualTo("Descent stands at {{w}}, the slope is 20, the rate {{eta_1}}. Two steps are"
                        + " {{= eta_1*2*20}}. Where is it after one?");
        assertThat(formula.answer()).isEqualTo("((w)^(1))-eta_1*20+0*ln(pi)");
        assertThat(formula.tolerance().percent()).isEqualByComparingTo("1");
        assertThat(formula.variables())
                .satisfiesExactly(
                        w -> assertThat(w.step()).isEqualByComparingTo("0.1"),
                        eta -> assertThat(eta.values()).hasSize(2));
    }

    @Test
    void picturesComeAlong() {
        assertThat(question(BANK, "With a picture").stem())
                .isEqualTo("![a tree](assets/with-a-picture-a-tree.png) What is this, and what is $x^2$?");
        assertThat(BANK.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("assets/with-a-picture-a-tree.png");
            assertThat(file.size()).isEqualTo(8);
        });
        ReadQuestions without =
                QuestionExchange.read(ExchangeFixtures.FOLDER.resolve("bank.moodle.xml"), "bank.xml", null, Set.of());
        assertThat(without.files()).isEmpty();
        assertThat(question(without, "With a picture").stem()).doesNotContain("![");
        assertThat(said(without)).anyMatch(fault -> fault.contains("exchange-picture"));
        assertThat(question(BANK, "In Markdown").stem()).isEqualTo("Which is **$e^{0}$**? It costs \\$1.");
    }

    @Test
    void hostileXmlIsRefused() {
        String bomb = "<!DOCTYPE quiz [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><quiz>&b;</quiz>";
        assertThat(said(text("a.xml", bomb))).containsExactly("a.xml:1:58 exchange-doctype []");
        String outside = "<?xml version=\"1.0\"?><!DOCTYPE quiz SYSTEM \"file:///etc/passwd\"><quiz/>";
        assertThat(text("a.xml", outside).usable()).isFalse();
        String deep = "<?xml version=\"1.0\"?>" + "<a>".repeat(5_000) + "</a>".repeat(5_000);
        assertThat(said(text("a.xml", deep))).singleElement().asString().contains("exchange-xml-deep");
        assertThat(said(text("a.xml", "<quiz><question>")))
                .singleElement()
                .asString()
                .contains("exchange-xml");
        assertThat(said(text("a.xml", "<quiz>&nbsp;</quiz>")).toString()).contains("exchange-");
        byte[] broken = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><quiz>\u00e9</quiz>"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(said(QuestionExchange.read(SourceFile.of("a.xml", broken))).toString())
                .contains("exchange-xml");
        assertThat(said(text("a.xml", "<?xml version=\"1.0\"?><html/>")).toString())
                .contains("exchange-format");
    }

    @Test
    void manyEntitiesOfXmlItselfAreNoHarm() {
        String much = "<quiz><question type=\"truefalse\"><questiontext format=\"html\"><text>"
                + "&lt;b&gt;x&lt;/b&gt; ".repeat(1_000)
                + "</text></questiontext><answer fraction=\"100\"><text>true</text></answer></question></quiz>";
        Question question = text("a.xml", much).asked().getFirst();
        assertThat(question.stem()).startsWith("**x** **x**");
    }

    @Test
    void otherEncodingsAreReadAsTheySay() {
        byte[] wide = ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><quiz><question type=\"truefalse\"><questiontext>"
                        + "<text>日本語?</text></questiontext><answer fraction=\"100\"><text>true</text></answer></question></quiz>")
                .getBytes(java.nio.charset.StandardCharsets.UTF_16);
        ReadQuestions read = QuestionExchange.read(SourceFile.of("a.xml", wide));
        assertThat(read.asked())
                .singleElement()
                .satisfies(one -> assertThat(one.stem()).isEqualTo("日本語?"));
    }
}
