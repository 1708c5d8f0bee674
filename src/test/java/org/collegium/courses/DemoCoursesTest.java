package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.QuizReader;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The courses that the platform shows of itself must be without fault. */
@Tag("unit")
class DemoCoursesTest {

    private static final Path COURSES = Path.of("demo", "courses");

    static List<Path> courses() throws IOException {
        try (Stream<Path> folders = Files.list(COURSES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void aDemonstrationCourseIsImportedWithoutAnythingToSay(Path course) {
        ImportOutcome outcome = read(course);

        assertThat(outcome.report().faults()).as(outcome.report().text()).isEmpty();
        assertThat(outcome).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void aDemonstrationCourseIsLargeEnoughToBeWorthHaving(Path course) {
        CourseManifest manifest = accepted(course).manifest();

        assertThat(manifest.sections()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(manifest.units())
                .filteredOn(unit -> !unit.kind().equals("quiz"))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(quizUnits(manifest))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(unit -> assertThat(unit.questions()).isGreaterThanOrEqualTo(5));
        assertThat(manifest.units()).filteredOn(CourseUnit::sample).isNotEmpty();
        assertThat(manifest.units())
                .filteredOn(unit -> unit.solutionOf() != null)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void everySkillOfACourseIsAssessedByAQuestion(Path course) {
        Accepted accepted = accepted(course);
        Set<String> assessed = questions(accepted).stream()
                .flatMap(question -> question.skills().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(accepted.manifest().metadata().skills())
                .isNotEmpty()
                .extracting(CourseSkill::key)
                .allSatisfy(skill -> assertThat(assessed).contains(skill));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void everyAnswerIsExplained(Path course) {
        assertThat(questions(accepted(course))).allSatisfy(question -> {
            assertThat(question.keyed()).isTrue();
            assertThat(question.explanation()).isNotBlank();
            assertThat(options(question))
                    .allSatisfy(option -> assertThat(option.feedback()).isNotBlank());
        });
    }

    @Test
    void theLabsOfACourseLeaveItsCertificateAlone() throws IOException {
        List<CourseUnit> labs = courses().stream()
                .flatMap(course -> accepted(course).manifest().units().stream())
                .filter(unit -> unit.kind().equals("lab"))
                .toList();

        assertThat(labs).hasSizeGreaterThanOrEqualTo(5).noneMatch(CourseUnit::required);
        assertThat(labs).allSatisfy(lab -> assertThat(lab.title()).startsWith("Lab "));
    }

    @Test
    void aLanguageVariantHasTheOutlineAndTheQuestionsOfItsCourse() throws IOException {
        List<Accepted> all = courses().stream().map(DemoCoursesTest::accepted).toList();
        List<Accepted> variants = all.stream()
                .filter(course -> course.manifest().metadata().variantOf() != null)
                .toList();

        assertThat(variants).isNotEmpty().allSatisfy(variant -> {
            CourseMetadata metadata = variant.manifest().metadata();
            Accepted original = all.stream()
                    .filter(course -> course.manifest().metadata().key().equals(metadata.variantOf()))
                    .findAny()
                    .orElseThrow();
            assertThat(metadata.partner())
                    .isEqualTo(original.manifest().metadata().partner());
            assertThat(metadata.language())
                    .isNotEqualTo(original.manifest().metadata().language());
            assertThat(outline(variant)).isEqualTo(outline(original));
            assertThat(questions(variant).stream().map(DemoCoursesTest::shape))
                    .containsExactlyElementsOf(questions(original).stream()
                            .map(DemoCoursesTest::shape)
                            .toList());
        });
    }

    private static ImportOutcome read(Path course) {
        return ImportFixtures.imports().read(course, ImportOptions.standard(), ImportWatch.NOBODY, outcome -> outcome);
    }

    private static Accepted accepted(Path course) {
        return (Accepted) read(course);
    }

    private static List<CourseUnit> quizUnits(CourseManifest manifest) {
        return manifest.units().stream()
                .filter(unit -> unit.kind().equals("quiz"))
                .toList();
    }

    private static List<Question> questions(Accepted course) {
        return quizUnits(course.manifest()).stream()
                .map(unit -> course.files().get(unit.file()))
                .flatMap(DemoCoursesTest::questions)
                .toList();
    }

    private static Stream<Question> questions(SourceFile file) {
        return QuizReader.read(file, new FaultList()).orElseThrow().questions().stream();
    }

    private static List<Option> options(Question question) {
        return switch (question) {
            case SingleChoice single -> single.options();
            case MultipleChoice multiple -> multiple.options();
            default -> List.of();
        };
    }

    private static List<List<Object>> outline(Accepted course) {
        return course.manifest().sections().stream()
                .flatMap(section -> section.units().stream()
                        .flatMap(CourseUnit::withNested)
                        .map(unit -> List.<Object>of(
                                section.key(),
                                unit.key(),
                                unit.kind(),
                                unit.sample(),
                                unit.required(),
                                unit.exercise(),
                                String.valueOf(unit.solutionOf()),
                                unit.questions())))
                .toList();
    }

    /** All of a question that does not depend on the language. */
    private static List<Object> shape(Question question) {
        List<Object> answer = switch (question) {
            case SingleChoice _, MultipleChoice _ ->
                options(question).stream()
                        .<Object>map(option -> option.key() + option.correct())
                        .toList();
            case TrueFalse truth -> List.of(String.valueOf(truth.answer()));
            case Numeric number -> List.of(String.valueOf(number.answer()), number.tolerance(), number.units());
            case ShortText _ -> List.of();
            case Matching matching ->
                matching.prompts().stream()
                        .<Object>map(prompt -> prompt.key() + prompt.answer())
                        .toList();
            case Ordering ordering ->
                ordering.options().stream().<Object>map(Question.Offer::key).toList();
            case Cloze cloze ->
                cloze.gaps().stream().<Object>map(DemoCoursesTest::shape).toList();
            case Hotspot hotspot ->
                hotspot.areas().stream()
                        .<Object>map(area -> area.key() + area.at() + area.correct())
                        .toList();
            case Question.Essay essay -> List.of(essay.words(), essay.rubric().most());
            case CodeQuestion code -> List.of(code.starter(), code.solution(), code.limits());
            case FileUpload upload -> List.of(upload.files(), upload.rubric().most());
            case Formula formula -> List.of(formula.variables(), formula.answer(), formula.tolerance());
        };
        return List.of(
                question.getClass().getSimpleName(), question.key(), question.points(), question.skills(), answer);
    }
}
