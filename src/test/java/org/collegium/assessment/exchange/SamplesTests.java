package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.exchange.ExchangeFixtures.question;
import static org.collegium.assessment.exchange.ExchangeFixtures.said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as other platforms write them: each item is counted, as the documentation says it. */
@Tag("unit")
class SamplesTests {

    private static final Path TABLE = Path.of("docs/question-exchange.md");

    private static final String MAPPED =
            "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response\"/>";

    @TempDir
    Path folder;

    private ReadQuestions read(String name) {
        return Files.isDirectory(ExchangeFixtures.FOLDER.resolve(name)) && !name.equals("qti21")
                ? ExchangeFixtures.packed(name, folder.resolve(name + ".zip"))
                : ExchangeFixtures.file(name.equals("qti21") ? "qti21/choice.xml" : name);
    }

    @Test
    void theDocumentationCountsEverySample() throws IOException {
        Map<String, String> counted = new TreeMap<>();
        int[] all = new int[4];
        try (Stream<Path> samples = Files.list(ExchangeFixtures.FOLDER)) {
            for (Path sample : samples.toList()) {
                String name = sample.getFileName().toString();
                ExchangeCounts counts = read(name).counts();
                int[] numbers = {counts.found(), counts.whole(), counts.withLoss(), counts.leftOut()};
                for (int i = 0; i < numbers.length; i++) {
                    all[i] += numbers[i];
                }
                counted.put("`" + name + "`", row(numbers));
            }
        }
        counted.put("all", row(all));

        Map<String, String> documented = new TreeMap<>();
        List<String> lines = Files.readAllLines(TABLE);
        for (String line : lines.subList(lines.indexOf("## Samples"), lines.size())) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 8 && cells[3].strip().matches("\\d++")) {
                documented.put(
                        cells[1].strip(),
                        String.join(" ", cells[3].strip(), cells[4].strip(), cells[5].strip(), cells[6].strip()));
            }
        }
        assertThat(documented).isEqualTo(counted);
    }

    private static String row(int[] numbers) {
        return numbers[0] + " " + numbers[1] + " " + numbers[2] + " " + numbers[3];
    }

    @Test
    void whatAWrongAnswerCostsComesAlong() {
        assertThat(question(read("moodle45.xml"), "Wrong answers cost").traits().penalty())
                .isEqualTo(0.33333);
        assertThat(question(read("moodle45.gift.txt"), "One right answer")
                        .traits()
                        .penalty())
                .isEqualTo(0.25);
        Question third = question(read("1edtech30"), "A wrong answer costs");
        assertThat(third.traits().penalty()).isEqualTo(0.25);
        assertThat(third.points()).isEqualTo(2);
        Question floored = question(read("tao22"), "Wrong ticks take points");
        assertThat(floored).isInstanceOf(MultipleChoice.class);
        assertThat(floored.traits().penalty()).isNull();
        assertThat(said(read("tao22"))).noneMatch(fault -> fault.contains("exchange-scoring [Wrong ticks"));
    }

    @Test
    void picturesComeFromFoldersAndFromAddresses() {
        ReadQuestions moodle = read("moodle45.xml");
        SingleChoice pictures = (SingleChoice) question(moodle, "Pictures in folders");
        assertThat(pictures.stem()).contains("![a plot](assets/pictures-in-folders-a-plot.png)");
        assertThat(pictures.options())
                .extracting(Option::text)
                .containsExactly(
                        "![a red square](assets/pictures-in-folders-red.png)",
                        "![a blue square](assets/pictures-in-folders-picture.png)");
        Hotspot place = (Hotspot) question(moodle, "A place on a picture");
        assertThat(moodle.files())
                .hasSize(4)
                .extracting(SourceFile::path)
                .contains(place.picture().file());
        SingleChoice tao = (SingleChoice) question(read("tao22"), "A picture in a choice");
        assertThat(tao.stem()).contains("![a plot](assets/i100-a-plot.png)");
    }

    @Test
    void aPictureThatStandsThereAlreadyKeepsItsPlace() {
        Path file = ExchangeFixtures.FOLDER.resolve("moodle45.xml");
        DraftPictures there = path -> path.equals("assets/pictures-in-folders-red.png")
                ? java.util.Optional.of(SourceFile.of(path, new byte[] {1}))
                : java.util.Optional.empty();
        ReadQuestions read = QuestionExchange.read(file, "a.xml", there, java.util.Set.of());
        assertThat(read.files())
                .extracting(SourceFile::path)
                .contains("assets/pictures-in-folders-red-2.png")
                .doesNotContain("assets/pictures-in-folders-red.png");
    }

    @Test
    void whatIsDraggedWeighsWhatItEarns() {
        ReadQuestions third = read("1edtech30");
        Cloze words = (Cloze) question(third, "Words that weigh differently");
        assertThat(words.points()).isEqualTo(3);
        assertThat(words.gaps()).extracting(Gap::points).containsExactly(1.0, 2.0);
        assertThat(said(third)).anyMatch(fault -> fault.contains("exchange-scoring [Words that weigh differently]"));
        assertThat(said(read("canvas21"))).anyMatch(fault -> fault.contains("exchange-scoring [Fill in the blank]"));
    }

    @Test
    void wordsOfATextAndSlidersAreAskedInOurWay() {
        SingleChoice words = (SingleChoice) question(read("1edtech30"), "Words of a text");
        assertThat(words.stem())
                .isEqualTo("Select the wrong word.\n\n"
                        + "The median **stays** where it is when the **middle** values **move**.");
        assertThat(words.options())
                .extracting(Option::text, Option::correct)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("stays", false),
                        org.assertj.core.groups.Tuple.tuple("middle", true),
                        org.assertj.core.groups.Tuple.tuple("move", false));
        assertThat(((Numeric) question(read("tao22"), "A slider")).answer()).isEqualByComparingTo("5");
    }

    @Test
    void whatIsTakenForAWrongAnswerIsCarriedOverOrSaid() {
        ReadQuestions statement = item("""
                <responseDeclaration identifier="R" cardinality="single" baseType="identifier">
                <correctResponse><value>true</value></correctResponse>
                <mapping defaultValue="-1"><mapEntry mapKey="true" mappedValue="2"/></mapping></responseDeclaration>""", """
                <choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>So?</prompt><simpleChoice identifier="true">True</simpleChoice>
                <simpleChoice identifier="false">False</simpleChoice></choiceInteraction>""", MAPPED);
        assertThat(statement.asked().getFirst().traits().penalty()).isEqualTo(0.5);
        assertThat(said(statement)).isEmpty();

        String pairs = """
                <matchInteraction responseIdentifier="R" maxAssociations="2"><prompt>Which?</prompt>
                <simpleMatchSet><simpleAssociableChoice identifier="a" matchMax="1">a</simpleAssociableChoice>
                <simpleAssociableChoice identifier="b" matchMax="1">b</simpleAssociableChoice></simpleMatchSet>
                <simpleMatchSet><simpleAssociableChoice identifier="x" matchMax="1">x</simpleAssociableChoice>
                <simpleAssociableChoice identifier="y" matchMax="1">y</simpleAssociableChoice></simpleMatchSet></matchInteraction>""";
        String mapping = """
                <responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair">
                <correctResponse><value>a x</value><value>b y</value></correctResponse><mapping defaultValue="%s">
                <mapEntry mapKey="a x" mappedValue="1"/><mapEntry mapKey="b y" mappedValue="1"/></mapping></responseDeclaration>""";
        assertThat(said(item(mapping.formatted("0"), pairs, MAPPED))).isEmpty();
        assertThat(said(item(mapping.formatted("-1"), pairs, MAPPED)))
                .singleElement()
                .asString()
                .contains("exchange-scoring");

        ReadQuestions number = item("""
                <responseDeclaration identifier="R" cardinality="single" baseType="integer">
                <correctResponse><value>3</value></correctResponse></responseDeclaration>""", """
                <p>How many? <textEntryInteraction responseIdentifier="R"/></p>""", """
                <responseProcessing><responseCondition><responseIf><match><variable identifier="R"/><correct identifier="R"/></match>
                <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf>
                <responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">-1</baseValue></setOutcomeValue>
                </responseElse></responseCondition></responseProcessing>""");
        assertThat(number.counts().withLoss()).isOne();
        assertThat(said(number)).singleElement().asString().contains("exchange-scoring");
    }

    @Test
    void whatIsSaidToAStatementWithinItsChoicesComesAlong() {
        ReadQuestions statement = item("""
                <responseDeclaration identifier="R" cardinality="single" baseType="identifier">
                <correctResponse><value>false</value></correctResponse></responseDeclaration>""", """
                <choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>So?</prompt>
                <simpleChoice identifier="true">True <feedbackInline outcomeIdentifier="F" identifier="true" showHide="show">No.</feedbackInline></simpleChoice>
                <simpleChoice identifier="false">False <feedbackInline outcomeIdentifier="F" identifier="false" showHide="show">Yes.</feedbackInline></simpleChoice>
                </choiceInteraction>""", MAPPED.replace("map_response", "match_correct"));
        assertThat(statement.asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        Question.TrueFalse.class,
                        read -> assertThat(read.feedback()).isEqualTo(new Question.Feedback("Yes.", "No.")));
    }

    @Test
    void trueAndFalseAreAStatementWhateverTheirIdentifiersAre() {
        ReadQuestions statement = item("""
                <responseDeclaration identifier="R" cardinality="single" baseType="identifier">
                <correctResponse><value>F</value></correctResponse></responseDeclaration>""", """
                <choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>So?</prompt>
                <simpleChoice identifier="T">True </simpleChoice><simpleChoice identifier="F">False </simpleChoice>
                </choiceInteraction>""", MAPPED.replace("map_response", "match_correct"));
        assertThat(statement.asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        Question.TrueFalse.class,
                        read -> assertThat(read.answer()).isFalse());
    }

    @Test
    void whatMoodleSaysToThePartsOfAnOrderIsNamedAsLost() {
        assertThat(said(ExchangeFixtures.text("order.xml", """
                        <quiz><question type="ordering"><name><text>An order</text></name>
                        <questiontext format="html"><text>Order them.</text></questiontext>
                        <answer fraction="1"><text>a</text><feedback><text>First.</text></feedback></answer>
                        <answer fraction="2"><text>b</text></answer></question></quiz>""")))
                .anyMatch(fault -> fault.contains("exchange-part [An order, feedback]"));
    }

    private static ReadQuestions item(String declaration, String body, String processing) {
        return ExchangeFixtures.text("item.xml", """
                <?xml version="1.0"?>
                <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="Item">
                %s<itemBody>%s</itemBody>%s</assessmentItem>""".formatted(declaration, body, processing));
    }

    @Test
    void nothingIsLostWithoutAWord() {
        assertThat(said(read("tao22")))
                .anyMatch(fault -> fault.contains("exchange-element [weight]"))
                .anyMatch(fault -> fault.contains("exchange-element [timeLimits]"))
                .anyMatch(fault -> fault.contains("exchange-part [A text with a right answer, correctResponse]"))
                .anyMatch(fault -> fault.contains("exchange-order"));
        assertThat(said(read("moodle45.xml")))
                .anyMatch(fault -> fault.contains("exchange-scoring [An order]"))
                .anyMatch(fault -> fault.contains("exchange-part [In two languages, multilang]"));
        assertThat(said(ExchangeFixtures.text("a.xml", "<?xml version=\"1.0\"?><questestinterop/>")))
                .singleElement()
                .asString()
                .contains("exchange-first-qti");
    }
}
