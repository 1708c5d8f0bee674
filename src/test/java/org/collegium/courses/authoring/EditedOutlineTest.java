package org.collegium.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CoursesFixtures;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EditedOutlineTest {

    private static final String LESSON = "what-is-a-model";
    private static final String QUIZ = "quiz-models";

    private CourseManifest draft = CoursesFixtures.accepted("outlined").manifest();

    @Test
    void aSectionAndALessonComeWithKeysOfTheirOwn() {
        does(new OutlineStep.AddSection("Learning from examples"));
        OutlineChange added = does(lesson("learning-from-examples", "What is a model?"));

        assertThat(outline()).containsExactly("start", LESSON, QUIZ, "learning-from-examples", "what-is-a-model-2");
        assertThat(added.key()).isEqualTo("what-is-a-model-2");
        assertThat(draft.unit("what-is-a-model-2").map(CourseUnit::file)).contains("lessons/what-is-a-model-2.md");
        assertThat(draft.files()).containsKey("lessons/what-is-a-model-2.md");
    }

    @Test
    void aUnitGoesWhereItIsPut() {
        does(new OutlineStep.Move(QUIZ, "start", LESSON));
        assertThat(outline()).containsExactly("start", QUIZ, LESSON);

        does(new OutlineStep.AddSection("End"));
        does(new OutlineStep.Move(QUIZ, "end", null));
        assertThat(outline()).containsExactly("start", LESSON, "end", QUIZ);

        does(new OutlineStep.MoveSection("end", "start"));
        assertThat(outline()).containsExactly("end", QUIZ, "start", LESSON);
    }

    @Test
    void whatIsTakenOutComesBackWithItsFile() {
        CourseManifest before = draft;
        OutlineChange removed = does(new OutlineStep.Remove(QUIZ));
        assertThat(outline()).containsExactly("start", LESSON);
        assertThat(draft.files()).doesNotContainKey("quizzes/models.yaml");

        draft = EditedOutline.without(draft, removed);
        assertThat(draft).isEqualTo(before);
    }

    @Test
    void aSectionGoesWithAllThatIsInIt() {
        CourseManifest before = draft;
        OutlineChange removed = does(new OutlineStep.RemoveSection("start"));
        assertThat(draft.sections()).isEmpty();
        assertThat(draft.files()).isEmpty();

        assertThat(EditedOutline.without(draft, removed)).isEqualTo(before);
    }

    @Test
    void whatWasAddedGoesAgain() {
        CourseManifest before = draft;
        OutlineChange added = does(lesson("start", "More"));

        assertThat(EditedOutline.without(draft, added)).isEqualTo(before);
    }

    @Test
    void aLabComesAndGoesWithAllThatIsInItsFolder() {
        CourseManifest before = draft;
        OutlineStep.AddUnit lab = new OutlineStep.AddUnit(
                "start",
                "Squares",
                "lab",
                30,
                SourceFile.of("lab.yaml", "title: Squares"),
                List.of(SourceFile.of("lab.ipynb", "{}"), SourceFile.of("data/one.csv", "1")));

        OutlineChange added = does(lab);
        OutlineChange second = does(lab);

        assertThat(draft.unit("squares").orElseThrow().file()).isEqualTo("labs/squares/lab.yaml");
        assertThat(draft.files())
                .containsKeys("labs/squares/lab.ipynb", "labs/squares/data/one.csv", "labs/squares-2/data/one.csv");
        CourseManifest both = draft;
        OutlineChange removed = does(new OutlineStep.Remove("squares"));
        assertThat(draft.files().keySet())
                .noneMatch(file -> file.startsWith("labs/squares/"))
                .contains("labs/squares-2/lab.ipynb");
        draft = EditedOutline.without(draft, removed);
        assertThat(draft).isEqualTo(both);
        draft = EditedOutline.without(draft, second);
        draft = EditedOutline.without(draft, added);
        assertThat(draft).isEqualTo(before);
    }

    @Test
    void aStepOnAnOutlineThatOthersChangedIsNotTakenBack() {
        OutlineChange first = does(new OutlineStep.Describe(LESSON, "Models", true, false));
        does(new OutlineStep.Move(QUIZ, "start", LESSON));

        assertThatThrownBy(() -> EditedOutline.without(draft, first))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("changed-meanwhile");
    }

    @Test
    void titlesAndRulesChange() {
        does(new OutlineStep.Describe(QUIZ, " Try it ", false, true));
        does(new OutlineStep.RenameSection("start", "Begin"));

        CourseUnit quiz = draft.unit(QUIZ).orElseThrow();
        assertThat(quiz.title()).isEqualTo("Try it");
        assertThat(quiz.required()).isFalse();
        assertThat(quiz.sample()).isTrue();
        assertThat(quiz.questions()).isEqualTo(2);
        assertThat(draft.sections().getFirst().title()).isEqualTo("Begin");
    }

    @Test
    void theSolutionOfAnExerciseThatIsGoneIsOpen() {
        CourseUnit lesson = draft.unit(LESSON).orElseThrow();
        CourseUnit solution = new CourseUnit(
                "solution", "Solution", "lesson", lesson.file(), 1, false, true, false, QUIZ, 0, List.of());
        draft = new CourseManifest(
                draft.metadata(),
                List.of(new CourseSection(
                        "start", "Start", null, List.of(lesson, draft.unit(QUIZ).orElseThrow(), solution))),
                draft.files());

        does(new OutlineStep.Remove(QUIZ));

        assertThat(draft.unit("solution").orElseThrow().solutionOf()).isNull();
    }

    @Test
    void whatIsNotThereAndTitlesThatAreNoneAreRefused() {
        for (OutlineStep step : List.of(
                new OutlineStep.Remove("nothing"),
                new OutlineStep.RemoveSection("nothing"),
                new OutlineStep.Move(QUIZ, "nothing", null),
                new OutlineStep.AddSection(" "),
                new OutlineStep.Describe(QUIZ, "x".repeat(301), true, true),
                new OutlineStep.AddUnit("start", "A film", "film", 5, SourceFile.of("film.yaml", "")))) {
            assertThatThrownBy(() -> EditedOutline.of(draft, step)).isInstanceOf(RuleViolation.class);
        }
    }

    private OutlineChange does(OutlineStep step) {
        EditedOutline.Done done = EditedOutline.of(draft, step);
        draft = done.change().manifest();
        return done.outline();
    }

    private static OutlineStep lesson(String section, String title) {
        return new OutlineStep.AddUnit(section, title, "lesson", 1, SourceFile.of("lesson.md", "# " + title + "\n"));
    }

    private List<String> outline() {
        return draft.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.key()), section.units().stream().map(CourseUnit::key)))
                .toList();
    }
}
