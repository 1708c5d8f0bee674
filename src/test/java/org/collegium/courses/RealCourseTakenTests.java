package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.RightAnswers;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.StartResult;
import org.collegium.courses.CourseMetadata.CourseAuthor;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.SystemActor;
import org.collegium.learning.Progress;
import org.collegium.learning.ProgressSummary;
import org.collegium.learning.Studying;
import org.collegium.learning.UnitOpening;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Courses that are really taught, each read by the importer that it is for: once what their checks name is mended they are published, and a learner completes them. */
@Tag("module")
@JobsRest
class RealCourseTakenTests extends AdasWorkTest {

    @Autowired
    private ImportingCourses importing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CheckingUnits checking;

    @Autowired
    private SystemActor system;

    @Autowired
    private Studying studying;

    @Autowired
    private Progress progress;

    @Autowired
    private Attempts attempts;

    private CourseId course = CourseId.next();

    @ParameterizedTest
    @CsvSource({
        "scikit-learn-mooc, Jupyter Book, 78",
        "ai-for-beginners, plain repository, 151",
        "carpentries-ml, lesson of the Carpentries Workbench, 29",
        "common-cartridge/allyworkshop.imscc, Common Cartridge, 16",
        "common-cartridge/all-question-types, Common Cartridge, 1"
    })
    void whatItsChecksNameIsMendedThenItIsPublishedAndTaken(String name, String format, int units) {
        Path source = Path.of(
                        Optional.ofNullable(System.getenv("COLLEGIUM_CORPUS")).orElse("../shared/corpus"))
                .resolve(name);
        assumeThat(Files.exists(source)).isTrue();
        imported(source, format, units);
        mended();
        CourseVersion version = CoursesFixtures.publish(beans, course);
        assertThat(version.manifest().units()).hasSize(units);

        CourseRunId run =
                beans.getBean(CourseRuns.class).openRuns(course).getFirst().id();
        fixtures.signIn(ada);
        enrolments.join(ada, run);
        for (CourseUnit unit : version.manifest().units()) {
            taken(version, run, unit);
        }

        ProgressSummary summary = progress.of(ada, run);
        assertThat(summary.total()).isPositive();
        assertThat(summary.done()).isEqualTo(summary.total());
        assertThat(summary.completedAt()).isPresent();
    }

    private void imported(Path source, String format, int units) {
        var partner = CoursesFixtures.partner(beans);
        ImportResult result = system.call(
                Set.of(CoursesPermissions.EDIT, CoursesPermissions.IMPORT_FOLDER),
                () -> importing.importPath(partner.id(), source, EditedThings.KEEP, ImportWatch.NOBODY));
        assertThat(result).withFailMessage(() -> result.report().text()).isInstanceOf(ImportResult.Created.class);
        assertThat(result.report().counts().units()).isEqualTo(units);
        assertThat(result.report().faults())
                .filteredOn(fault -> fault.code().equals("read-as"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments()).containsExactly(format));
        course = ((ImportResult.Created) result).course();
    }

    /** As an author does it: the details, the keys, and what leads to nothing. */
    private void mended() {
        checking.work(course);
        Set<String> unkeyed = new TreeSet<>();
        Map<String, Set<String>> broken = new HashMap<>();
        for (DraftCheck check : checks()) {
            switch (check) {
                case DraftCheck.Unkeyed(var unit, var questions) -> unkeyed.add(unit.key());
                case DraftCheck.Found(var finding, var unit)
                when check.blocks() ->
                    broken.computeIfAbsent(unit.orElseThrow().key(), key -> new TreeSet<>())
                            .add(finding.arguments().getFirst());
                default -> {}
            }
        }
        describe();
        unkeyed.forEach(unit -> edit(unit, RealCourseTakenTests::keyed));
        broken.forEach((unit, targets) -> edit(unit, text -> {
            String mended = text;
            for (String target : targets) {
                mended = mended.replace(target, "https://example.org/");
            }
            return mended;
        }));
        checking.work(course);
        assertThat(checks()).filteredOn(DraftCheck::blocks).isEmpty();
    }

    private void describe() {
        Draft before = draft();
        CourseDetails said = CourseDetails.of(before.manifest().metadata());
        CourseDetails whole = EditedDetails.of(before)
                .summary(said.summary().isEmpty() ? "A course." : said.summary())
                .outcomes(said.outcomes().isEmpty() ? List.of("Know what was taught.") : said.outcomes())
                .authors(
                        said.authors().isEmpty()
                                ? List.of(new CourseAuthor("Ada Example", null, null))
                                : said.authors())
                .licence(said.licence().isEmpty() ? "CC-BY-4.0" : said.licence())
                .build();
        system.run(Set.of(CoursesPermissions.EDIT), () -> drafts.describe(course, before.revision(), whole));
    }

    /** Its first option is right. */
    private static String keyed(String quiz) {
        return quiz.replaceAll("(?m)(options:\\n\\s++- key: \\S++\\n)(\\s++)(text:)", "$1$2correct: true\n$2$3");
    }

    private void edit(String unit, java.util.function.UnaryOperator<String> change) {
        Draft before = draft();
        CourseUnit edited = before.manifest().unit(unit).orElseThrow();
        String text = text(edited);
        assertThat(change.apply(text)).as(unit).isNotEqualTo(text);
        system.run(
                Set.of(CoursesPermissions.EDIT),
                () -> drafts.replaceFile(
                        course, before.revision(), unit, change.apply(text).getBytes(StandardCharsets.UTF_8)));
    }

    private String text(CourseUnit unit) {
        SourceFile file = system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.file(course, unit.file()))
                .orElseThrow();
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private Draft draft() {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.find(course))
                .orElseThrow();
    }

    private List<DraftCheck> checks() {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.checks(course));
    }

    private void taken(CourseVersion version, CourseRunId run, CourseUnit unit) {
        assertThat(studying.open(ada, run, unit.key())).as(unit.key()).isInstanceOf(UnitOpening.Open.class);
        if (unit.kind().equals("quiz")) {
            passed(version, run, unit);
        } else if (unit.exercise()) {
            assertThat(studying.tried(ada, run, unit.key())).as(unit.key()).isTrue();
        } else {
            assertThat(studying.seenToEnd(ada, run, unit.key())).as(unit.key()).isTrue();
        }
    }

    /** Everything whose right answer depends on neither a person nor what is drawn is answered right. */
    private void passed(CourseVersion version, CourseRunId run, CourseUnit unit) {
        ActivityPlace place = beans.getBean(PlacedActivities.class)
                .inRun(ada, run, version, unit)
                .orElseThrow();
        Quiz quiz = QuizReader.read(SourceFile.of(unit.file(), text(unit)), fault -> {})
                .orElseThrow();
        if (!(attempts.start(ada, place) instanceof StartResult.Going(var attempt))) {
            throw new AssertionError(unit.key());
        }
        Set<String> drawn = attempt.quiz().questions().stream()
                .map(question -> question.key())
                .collect(Collectors.toSet());
        Map<String, Answer> right = new HashMap<>();
        for (Question question : quiz.questions()) {
            boolean typed = question.marked() || question.waits() || question instanceof Question.Formula;
            if (drawn.contains(question.key()) && question.keyed() && !typed) {
                right.put(question.key(), RightAnswers.to(question));
            }
        }
        assertThat(right).isNotEmpty();
        assertThat(attempts.save(ada, attempt.id(), right)).isInstanceOf(SaveResult.Saved.class);
        assertThat(attempts.submit(ada, attempt.id()).grade().points())
                .as(unit.key())
                .isPositive();
    }
}
