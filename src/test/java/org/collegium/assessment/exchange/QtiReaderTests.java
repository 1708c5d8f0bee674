package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.exchange.ExchangeFixtures.packed;
import static org.collegium.assessment.exchange.ExchangeFixtures.question;
import static org.collegium.assessment.exchange.ExchangeFixtures.said;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Accepted.Match;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Traits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class QtiReaderTests {

    @TempDir
    Path folder;

    @Test
    void anItemAloneIsRead() {
        ReadQuestions read = ExchangeFixtures.file("qti21/choice.xml");
        assertThat(read.counts()).as("%s", said(read)).isEqualTo(new ExchangeCounts(1, 1, 0, 0));
        assertThat(read.asked())
                .containsExactly(new SingleChoice(
                        "choice-one",
                        "A model with *too much* freedom\n\nWhat does it do?",
                        3,
                        Traits.NONE,
                        "",
                        List.of(
                                new Option("choicea", "overfits", true, "Yes."),
                                new Option("choiceb", "underfits", false, ""))));
    }

    @Test
    void everyItemOfAPackageIsCounted() {
        ReadQuestions read = packed("qti22", folder.resolve("a.zip"));
        assertThat(read.title()).isEqualTo("On models");
        assertThat(read.counts()).as("%s", said(read)).isEqualTo(new ExchangeCounts(15, 7, 3, 5));
        assertThat(read.faults().stream().map(fault -> fault.file() + " " + fault.code() + " " + fault.arguments()))
                .contains(
                        "items/hotspot.xml exchange-picture-size [A place on a picture, x.png]",
                        "items/template.xml exchange-kind [Drawn anew, templateDeclaration]",
                        "items/composite.xml exchange-composite [Two at once, choiceInteraction]",
                        "items/missing.xml exchange-file-missing [missing.xml]",
                        "items/order.xml exchange-scoring [An order]",
                        "items/gap-match.xml exchange-changed [Words to drag, gapMatchInteraction, cloze]",
                        "items/associate.xml exchange-changed [Pairs among one list, associateInteraction, matching]",
                        "imsmanifest.xml exchange-element [imsqti_outcomes_xmlv2p2]")
                .anyMatch(fault -> fault.startsWith("items/broken.xml exchange-file"));
        assertThat(read.usable()).isTrue();
    }

    @Test
    void eachKindBecomesOneOfOurs() {
        ReadQuestions read = packed("qti22", folder.resolve("a.zip"));
        MultipleChoice multiple = (MultipleChoice) question(read, "Several right answers");
        assertThat(read.asked().getFirst()).isEqualTo(multiple);
        assertThat(multiple.stem()).isEqualTo("![a tree](assets/multiple-tree.png)\n\nWhich has a root?");
        assertThat(multiple.points()).isEqualTo(2);
        assertThat(multiple.options().getLast()).isEqualTo(new Option("c", "a cloud", false, "Look up."));
        assertThat(read.files())
                .singleElement()
                .satisfies(file -> assertThat(file.size()).isEqualTo(8));
        ShortText word = (ShortText) question(read, "A word");
        assertThat(word.stem()).isEqualTo("Which town has a minster and a wall?");
        assertThat(word.accept()).containsExactly(Accepted.of("York"), new Accepted("Yorkshire", Match.EXACT, 0.5, ""));
        assertThat(word.caseSensitive()).isFalse();
        assertThat(word.points()).isEqualTo(2);
        Numeric number = (Numeric) question(read, "A number");
        assertThat(number.tolerance().absolute()).isEqualByComparingTo("0.01");
        assertThat(number.points()).isEqualTo(2);
        Numeric range = (Numeric) question(read, "A range");
        assertThat(range.answer()).isEqualByComparingTo(new BigDecimal(15));
        assertThat(range.tolerance().absolute()).isEqualByComparingTo("5");
        Matching pairs = (Matching) question(read, "Pairs");
        assertThat(pairs.prompts()).containsExactly(new Prompt("c", "Capulet", "r"), new Prompt("d", "Demetrius", "m"));
        assertThat(pairs.options()).hasSize(3);
        assertThat(((Ordering) question(read, "An order")).options())
                .extracting(Offer::text)
                .containsExactly("split", "fit", "test");
        Matching rivals = (Matching) question(read, "Pairs among one list");
        assertThat(rivals.prompts()).extracting(Prompt::answer).containsExactly("p", "m");
    }

    @Test
    void gapsAreReadFromTexts() {
        ReadQuestions read = packed("qti22", folder.resolve("a.zip"));
        Cloze gaps = (Cloze) question(read, "Gaps");
        assertThat(gaps.stem()).isEqualTo("Made glorious summer by this {{gap-1}} of {{gap-2}}.");
        assertThat(gaps.gaps()).hasSize(2);
        Cloze dragged = (Cloze) question(read, "Words to drag");
        assertThat(dragged.stem())
                .isEqualTo("Fill in.\n\n> Now is the {{gap-2}} of our discontent made glorious {{gap-3}}.");
        assertThat(((SingleChoice) dragged.gaps().getLast()).options())
                .extracting(Option::text, Option::correct)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("winter", false),
                        org.assertj.core.groups.Tuple.tuple("summer", true),
                        org.assertj.core.groups.Tuple.tuple("spring", false));
    }

    @Test
    void theThirdVersionIsReadLikeTheOthers() {
        ReadQuestions read = packed("qti30", folder.resolve("a.zip"));
        assertThat(read.counts()).as("%s", said(read)).isEqualTo(new ExchangeCounts(4, 4, 0, 0));
        assertThat(question(read, "A file")).isInstanceOf(FileUpload.class);
        SingleChoice one = (SingleChoice) question(read, "One right answer");
        assertThat(one.stem()).isEqualTo("What is $x^2$ for 3?");
        assertThat(one.options().getFirst()).isEqualTo(new Option("a", "6", false, "That is twice."));
        assertThat(((TrueFalse) question(read, "A statement")).answer()).isFalse();
        assertThat(((Numeric) question(read, "A number")).tolerance().percent()).isEqualByComparingTo("5");
    }

    @Test
    void anArchiveOfSomethingElseIsToldToBeThat() throws IOException {
        assertThat(said(archive(Map.of("moodle_backup.xml", "<moodle_backup/>"))))
                .containsExactly("moodle_backup.xml exchange-backup []");
        ReadQuestions text = archive(Map.of("word/document.xml", "<document/>"));
        assertThat(text.counts().found()).isZero();
        assertThat(said(text))
                .containsExactly(
                        " exchange-nothing []",
                        " exchange-manifest [imsmanifest.xml]",
                        "document.xml exchange-element [document]");
        assertThat(said(ExchangeFixtures.text("page.xml", " <html><body/></html>")))
                .containsExactly("page.xml:1:8 exchange-format [html]");
    }

    private ReadQuestions archive(Map<String, String> files) throws IOException {
        Path archive = folder.resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return QuestionExchange.read(archive, "other.zip", DraftPictures.NONE, Set.of());
    }

    @Test
    void anArchiveThatLeavesItsFolderOrIsNoneIsRefused() throws IOException {
        Path hostile = folder.resolve("b.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(hostile))) {
            zip.putNextEntry(new ZipEntry("../../evil.xml"));
            zip.write('x');
        }
        assertThat(QuestionExchange.read(hostile, "b.zip", DraftPictures.NONE, Set.of())
                        .usable())
                .isFalse();
        Path none = Files.writeString(folder.resolve("c.zip"), "PK and nothing more");
        ReadQuestions read = QuestionExchange.read(none, "c.zip", DraftPictures.NONE, Set.of());
        assertThat(read.usable()).isFalse();
        assertThat(read.faults()).isNotEmpty();
    }
}
