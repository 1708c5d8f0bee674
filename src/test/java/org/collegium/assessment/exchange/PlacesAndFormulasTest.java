package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.collegium.assessment.Area;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.PhpFormula;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Formula;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places in pictures and computed numbers, to and from other platforms. */
@Tag("unit")
class PlacesAndFormulasTest {

    private static final String PLACES = """
            format: collegium-quiz/1
            title: Places
            questions:
              - key: lakes
                type: hotspot
                stem: Choose the lakes
                points: 3
                image: pictures/map.png
                description: A map of the north
                choose: area
                marks: 2
                areas:
                  - { key: one, shape: rectangle, at: [0.1, 0.2, 0.3, 0.4], label: The long one, correct: true }
                  - { key: two, shape: ellipse, at: [0.7, 0.3, 0.1, 0.2], label: The round one, correct: true }
                  - { key: town, shape: polygon, at: [0.5, 0.7, 0.7, 0.7, 0.6, 0.95], label: The town }
              - key: spring
                type: hotspot
                stem: Where does it rise?
                image: pictures/map.png
                description: A map of the north
                areas:
                  - { key: a1, shape: ellipse, at: [0.25, 0.5, 0.05, 0.1], correct: true }
            """;

    private static final String FORMULA = """
            format: collegium-quiz/1
            title: Numbers
            questions:
              - key: fall
                type: formula
                stem: "It falls {{t}} seconds from {{h}} metres, {{= h / 2}} in half. How far in all?"
                variables:
                  - { name: t, from: 1, to: 5, step: 0.5 }
                  - { name: h, values: [10, 20] }
                answer: h - 9.81 * t^2 / 2 + ln(e) - 1
                tolerancePercent: 2
                unit: m
                explanation: "After {{t}} seconds."
                feedback: { incorrect: Squared }
            """;

    private static final SourceFile PICTURE = SourceFile.of("pictures/map.png", png());

    @TempDir
    Path folder;

    private static byte[] png() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static WrittenQuestions write(String quiz, ExchangeFormat format) {
        return QuestionExchange.write(
                ExchangeFixtures.quiz(quiz),
                format,
                "file",
                path -> path.equals(PICTURE.path()) ? Optional.of(PICTURE) : Optional.empty());
    }

    private ReadQuestions again(WrittenQuestions written) throws IOException {
        Path file = Files.write(folder.resolve("file"), written.file().bytes());
        return QuestionExchange.read(file, written.file().path(), DraftPictures.NONE, Set.of());
    }

    private static List<String> said(WrittenQuestions written) {
        return ExchangeFixtures.said(written.faults());
    }

    private static List<String> said(ReadQuestions read) {
        return ExchangeFixtures.said(read);
    }

    @ParameterizedTest
    @EnumSource(names = {"QTI_2_1", "QTI_2_2", "QTI_3_0"})
    void areasAndPointsGoOutAsQtiAndComeBack(ExchangeFormat format) throws IOException {
        WrittenQuestions written = write(PLACES, format);
        assertThat(said(written)).containsExactly(" exchange-settings []");
        assertThat(written.counts()).isEqualTo(new ExchangeCounts(2, 2, 0, 0));

        ReadQuestions read = again(written);
        assertThat(said(read)).isEmpty();
        assertThat(read.asked())
                .usingRecursiveComparison(RecursiveComparisonConfiguration.builder()
                        .withIgnoredFieldsMatchingRegexes(".*picture\\.file")
                        .build())
                .isEqualTo(ExchangeFixtures.quiz(PLACES).questions());
        assertThat(read.files())
                .hasSizeBetween(1, 2)
                .allSatisfy(file -> assertThat(file.sha256()).isEqualTo(PICTURE.sha256()));
    }

    @Test
    void whatIsMarkedAnywhereGoesToMoodleAndBackAndAreasToChooseStay() throws IOException {
        WrittenQuestions written = write(PLACES, ExchangeFormat.MOODLE_XML);
        assertThat(said(written))
                .containsExactlyInAnyOrder(" exchange-settings []", "lakes exchange-kind [lakes, hotspot]");
        Hotspot spring = (Hotspot) again(written).asked().getFirst();
        assertThat(spring.areas()).singleElement().satisfies(area -> {
            assertThat(area.shape()).isEqualTo(Area.Shape.ELLIPSE);
            assertThat(area.at()).containsExactly(0.25, 0.5, 0.05, 0.1);
            assertThat(area.correct()).isTrue();
        });
        assertThat(spring.stem()).isEqualTo("Where does it rise?");
    }

    @Test
    void withoutItsPictureAQuestionAboutItStaysBehind() {
        WrittenQuestions written = QuestionExchange.write(
                ExchangeFixtures.quiz(PLACES), ExchangeFormat.QTI_3_0, "file", DraftPictures.NONE);
        assertThat(written.counts()).isEqualTo(new ExchangeCounts(2, 0, 0, 2));
        assertThat(said(written)).contains("lakes exchange-picture-missing [lakes, pictures/map.png]");
    }

    @Test
    void itemsOfOthersAreReadWithPixelsPercentAndTheirOwnScoring() {
        ReadQuestions read = QuestionExchange.read(SourceFile.of("item.xml", """
                <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="uk" title="Airports">
                  <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
                    <correctResponse><value>A</value><value>B</value></correctResponse>
                  </responseDeclaration>
                  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
                  <itemBody>
                    <hotspotInteraction responseIdentifier="RESPONSE" maxChoices="0">
                      <prompt>Which of these are airports?</prompt>
                      <object type="image/png" width="200" height="100" data="uk.png">A map of the UK</object>
                      <hotspotChoice shape="circle" coords="50,50,10" identifier="A" hotspotLabel="Glasgow"/>
                      <hotspotChoice shape="rect" coords="10%,20%,30%,40%" identifier="B"/>
                      <hotspotChoice shape="poly" coords="100,10,150,10,120,40,100,10" identifier="C"/>
                    </hotspotInteraction>
                  </itemBody>
                  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
                </assessmentItem>"""));
        Hotspot airports = (Hotspot) read.asked().getFirst();
        assertThat(airports.marks()).isEqualTo(2);
        assertThat(airports.picture().description()).isEqualTo("A map of the UK");
        assertThat(airports.areas()).extracting(Area::label).containsExactly("Glasgow", "B", "C");
        assertThat(airports.areas()).extracting(Area::correct).containsExactly(true, true, false);
        assertThat(airports.areas())
                .extracting(Area::at)
                .containsExactly(
                        List.of(0.25, 0.5, 0.05, 0.1),
                        List.of(0.1, 0.2, 0.2, 0.2),
                        List.of(0.5, 0.1, 0.75, 0.1, 0.6, 0.4));
        assertThat(said(read).toString())
                .contains("exchange-picture [Airports, uk.png]", "exchange-scoring", "maxChoices=0");
    }

    @Test
    void markersOfOneKindAreCarriedOverAndOfSeveralNamed() {
        String picture = Base64.getEncoder().encodeToString(PICTURE.bytes());
        String markers = """
                <quiz><question type="ddmarker"><name><text>Lakes</text></name>
                  <questiontext format="html"><text>Where are they?</text></questiontext>
                  <file name="map.png" path="/" encoding="base64">%s</file>
                  <drag><no>1</no><text>lake</text><noofdrags>2</noofdrags></drag>
                  <drag><no>2</no><text>town</text><noofdrags>1</noofdrags></drag>
                  <drop><no>1</no><shape>circle</shape><coords>100,100;20</coords><choice>1</choice></drop>
                  <drop><no>2</no><shape>rectangle</shape><coords>200,50;40,20</coords><choice>%d</choice></drop>
                </question></quiz>""";
        ReadQuestions read = QuestionExchange.read(SourceFile.of("a.xml", markers.formatted(picture, 1)));
        Hotspot lakes = (Hotspot) read.asked().getFirst();
        assertThat(lakes.stem()).isEqualTo("Where are they?\n\nlake");
        assertThat(lakes.marks()).isEqualTo(2);
        assertThat(lakes.areas())
                .extracting(Area::at)
                .containsExactly(List.of(0.25, 0.5, 0.05, 0.1), List.of(0.5, 0.25, 0.1, 0.1));
        assertThat(said(read).toString()).contains("exchange-part [Lakes, drag town]", "exchange-scoring [Lakes]");
        assertThat(said(QuestionExchange.read(SourceFile.of("a.xml", markers.formatted(picture, 2)))))
                .anyMatch(fault -> fault.contains("exchange-markers [Lakes, 2]"));
    }

    @Test
    void formulasGoToMoodleAndBack() throws IOException {
        WrittenQuestions written = write(FORMULA, ExchangeFormat.MOODLE_XML);
        assertThat(said(written))
                .containsExactlyInAnyOrder(" exchange-settings []", "fall exchange-part [fall, step of t]");
        Formula read = (Formula) again(written).asked().getFirst();
        Formula before = (Formula) ExchangeFixtures.quiz(FORMULA).questions().getFirst();
        assertThat(read.stem()).isEqualTo(before.stem().replace("h / 2", "h/2"));
        assertThat(read.explanation()).isEqualTo(before.explanation());
        assertThat(read.tolerance()).isEqualTo(before.tolerance());
        assertThat(read.units()).isEqualTo(before.units());
        assertThat(read.feedback()).isEqualTo(before.feedback());
        assertThat(read.variables()).extracting(variable -> variable.name()).containsExactly("t", "h");
        assertThat(read.variables().getLast().values())
                .isEqualTo(before.variables().getLast().values());
        assertThat(PhpFormula.of(read.answer())).isEqualTo(PhpFormula.of(before.answer()));
    }

    @Test
    void aFormulaIsWrittenWithTheSignsOfPhp() {
        assertThat(PhpFormula.of("a - (b - c)^2 / ln(x)")).hasValue("{a}-(pow({b}-{c},2)/log({x}))");
        assertThat(PhpFormula.of("-x * log2(8) + max(1, y)")).hasValue("(((-1)*{x})*(log(8)/log(2)))+max(1,{y})");
        assertThat(PhpFormula.of("1 +")).isEmpty();
    }

    @Test
    void aChoiceAmongComputedNumbersIsAskedForAsANumber() {
        ReadQuestions read = QuestionExchange.read(SourceFile.of("a.xml", """
                <quiz><question type="calculatedmulti"><name><text>Double</text></name>
                  <questiontext format="html"><text>What is twice {a}?</text></questiontext>
                  <answer fraction="100"><text>{={a}*2} m</text><correctanswerlength>1</correctanswerlength></answer>
                  <answer fraction="0"><text>{={a}*3} m</text></answer>
                  <dataset_definitions><dataset_definition><name><text>a</text></name>
                    <distribution><text>uniform</text></distribution><minimum><text>1</text></minimum>
                    <maximum><text>9</text></maximum><decimals><text>0</text></decimals></dataset_definition></dataset_definitions>
                </question></quiz>"""));
        Formula formula = (Formula) read.asked().getFirst();
        assertThat(formula.stem()).isEqualTo("What is twice {{a}}?");
        assertThat(formula.answer()).isEqualTo("a*2");
        assertThat(formula.units().base()).isEqualTo("m");
        assertThat(formula.tolerance().absolute()).isEqualByComparingTo("0.05");
        assertThat(said(read).toString()).contains("exchange-changed [Double, calculatedmulti, formula]");
        assertThat(read.asked()).extracting(Question::key).containsExactly("double");
    }
}
