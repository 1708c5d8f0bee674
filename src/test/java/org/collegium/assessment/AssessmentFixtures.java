package org.collegium.assessment;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.ImportOutcome;
import org.collegium.courses.PlacedActivities;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.source.SourceFile;
import org.springframework.context.ApplicationContext;

/** Published courses with quizzes, and learners in them. */
public final class AssessmentFixtures {

    public static final String SECRET_EXPLANATION = "Secret explanation of the underfitting question";
    public static final String SECRET_FEEDBACK = "Secret feedback on freedom";
    public static final String SECRET_WORD = "overfitting";

    public static final String QUIZ = """
            format: collegium-quiz/1
            title: Check yourself
            intro: Five questions on models.
            passMark: 0.6
            questions:
              - key: q-single
                type: single
                stem: A model that underfits
                explanation: %s
                options:
                  - key: a
                    text: is too simple for the data
                    correct: true
                    feedback: %s
                  - key: b
                    text: has too many parameters
              - key: q-multiple
                type: multiple
                stem: Which are supervised?
                options:
                  - { key: a, text: regression, correct: true }
                  - { key: b, text: classification, correct: true }
                  - { key: c, text: clustering }
              - key: q-true
                type: true-false
                stem: More data always help.
                answer: false
              - key: q-number
                type: numeric
                stem: A quarter, as a decimal, in metres
                answer: 0.25
                tolerance: 0.01
                unit: m
              - key: q-text
                type: short-text
                stem: The opposite of underfitting
                accept: [%s]
            """.formatted(SECRET_EXPLANATION, SECRET_FEEDBACK, SECRET_WORD);

    /** The kinds that {@link #QUIZ} lacks. */
    public static final String KINDS = """
            format: collegium-quiz/1
            title: More kinds
            questions:
              - key: far
                type: numeric
                stem: How far?
                answer: 250
                tolerance: 1
                tolerancePercent: 2.5
                unit: m
                units:
                  - { unit: km, factor: 1000 }
                unitRequired: true
              - key: words
                type: short-text
                stem: What is it?
                accept:
                  - variance
                  - { text: "*varian*", match: wildcard, share: 0.5, feedback: Nearly. }
                  - { text: "s[qk]uare(s)?", match: pattern }
              - key: match
                type: matching
                stem: What belongs together?
                prompts:
                  - { key: mae, text: mean absolute error, answer: median }
                  - { key: mse, text: mean **squared** error, answer: mean }
                options:
                  - { key: mean, text: the mean }
                  - { key: median, text: the median }
                  - { key: mode, text: the mode }
                feedback: { correct: Yes., incorrect: No. }
              - key: order
                type: ordering
                stem: From the first to the last
                options:
                  - { key: split, text: split }
                  - { key: train, text: train }
                  - { key: test, text: test }
              - key: gaps
                type: cloze
                stem: |
                  The {{word}} of 2 and 4
                  is {{number}}, which is {{choice}}.
                gaps:
                  - { key: word, type: short-text, accept: [mean] }
                  - { key: number, type: numeric, answer: 3, points: 2 }
                  - key: choice
                    type: single
                    options:
                      - { key: low, text: low }
                      - { key: high, text: high, correct: true, feedback: Yes. }
              - key: formula
                type: formula
                stem: A step from {{w}} with rate {{eta}}?
                variables:
                  - { name: w, from: 1, to: 9, step: 2 }
                  - { name: eta, values: [0.1, 0.25] }
                answer: w - eta*20
                tolerance: 0.001
                explanation: It is {{= w - eta*20}}.
            """;

    /** Places in pictures: any place, and one of several areas. */
    public static final String PICTURES = """
            format: collegium-quiz/1
            title: Places
            questions:
              - key: curve
                type: hotspot
                stem: Where does it overfit?
                points: 2
                image: ../assets/curve.svg
                description: Two curves [of error]
                areas:
                  - { key: left, shape: rectangle, at: [0, 0.5, 0.25, 0.5], correct: true, feedback: Here it fits. }
                  - { key: round, shape: ellipse, at: [0.75, 0.5, 0.1, 0.2], label: the summit, correct: true }
                  - { key: trap, shape: polygon, at: [0.4, 0.1, 0.6, 0.1, 0.5, 0.3], label: the trap, feedback: Too early. }
              - key: lake
                type: hotspot
                stem: Which lake is it?
                image: ../assets/curve.svg
                description: Three lakes
                choose: area
                areas:
                  - { key: a, shape: rectangle, at: [0, 0, 0.3, 1], label: the western one }
                  - { key: b, shape: rectangle, at: [0.35, 0, 0.3, 1], label: the middle one, correct: true }
                  - { key: c, shape: rectangle, at: [0.7, 0, 0.3, 1], label: the eastern one }
                feedback: { correct: Yes., incorrect: No. }
            """;

    /** Two texts that a person marks, one of them by a rubric, and a question that needs nobody. */
    public static final String ESSAYS = """
            format: collegium-quiz/1
            title: In your words
            passMark: 0.6
            questions:
              - key: reason
                type: essay
                stem: Why are models judged on rows that they have not seen?
                points: 6
                words: { min: 5, max: 300 }
                rubric:
                  - key: why
                    text: Says what goes **wrong** otherwise
                    levels:
                      - { key: none, text: Not said, points: 0 }
                      - { key: part, text: Named, points: 2, description: Overfitting is named. }
                      - { key: full, text: Explained, points: 4 }
                  - key: clear
                    text: Is understood
                    levels:
                      - { key: no, text: Hardly, points: 0 }
                      - { key: whole, text: Throughout, points: 2 }
                explanation: Because it has learned the noise, too.
              - key: plain
                type: essay
                stem: What would you try next?
                points: 2
              - key: sure
                type: true-false
                stem: More data always help.
                answer: false
                points: 2
            """;

    /** Files that a person marks, two of few kinds and one of any, and a question that needs nobody. */
    public static final String FILES = """
            format: collegium-quiz/1
            title: Hand in
            passMark: 0.6
            timeLimit: 30
            questions:
              - key: work
                type: file-upload
                stem: Hand in your notebook and one page.
                points: 4
                files: { max: 2, megabytes: 0.5, types: [notebook, pdf, text] }
                rubric:
                  - key: runs
                    text: It **runs**
                    levels:
                      - { key: no, text: It stops, points: 0 }
                      - { key: yes, text: It runs, points: 4 }
              - key: any
                type: file-upload
                stem: Whatever you like
              - key: sure
                type: true-false
                stem: More data always help.
                answer: false
            """;

    /** A function to write, with two tests that can be seen and a hidden one, and a question that needs no tests. */
    public static final String CODE = """
            format: collegium-quiz/1
            title: In code
            passMark: 0.6
            questions:
              - key: mean
                type: code
                stem: Write `mean(values)`.
                points: 4
                starter: |
                  def mean(values):
                      ...
                solution: |
                  def mean(values):
                      return sum(values) / len(values) if values else 0
                tests:
                  - key: simple
                    text: The mean of 1, 2 and 6 is 3.
                    code: assert mean([1, 2, 6]) == 3
                  - key: empty
                    code: assert mean([]) == 0
                    message: What is the length of an empty list?
                  - key: many
                    hidden: true
                    points: 2
                    code: |
                      for n in range(1, 9):
                          assert mean(list(range(n))) == ref.mean(list(range(n)))
                limits: { cellSeconds: 5 }
              - key: sure
                type: true-false
                stem: More data always help.
                answer: false
            """;

    private static final SourceFile CURVE =
            SourceFile.of("assets/curve.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");

    private AssessmentFixtures() {}

    /** A quiz with questions of all kinds, of the ones above. */
    public static String everyKind() {
        return QUIZ.replace("passMark: 0.6", "passMark: 0.6\nshuffleOptions: true\nshuffleQuestions: true")
                + Stream.of(KINDS, PICTURES, ESSAYS, FILES, CODE)
                        .map(quiz ->
                                quiz.substring(quiz.indexOf("  - key: ")).replaceFirst("(?s)  - key: sure\n.*", ""))
                        .collect(Collectors.joining());
    }

    /** A published course with this quiz as its unit {@code quiz-models}. */
    public static CourseVersion published(ApplicationContext beans, String quiz) {
        ImportOutcome.Accepted plain =
                CoursesFixtures.accepted(CoursesFixtures.metadata("fixture-course"), CoursesFixtures.LESSON, quiz);
        ImportOutcome.Accepted whole = quiz.contains(CURVE.path()) ? CoursesFixtures.withPicture(plain, CURVE) : plain;
        return CoursesFixtures.publish(beans, CoursesFixtures.draft(beans, CoursesFixtures.partner(beans), whole));
    }

    /** Where this learner meets the quiz; they join the run and stay signed in. */
    public static ActivityPlace joined(
            ApplicationContext beans, StudyFixtures people, AccountId learner, CourseVersion version) {
        ActivityPlace place = place(beans, learner, version);
        people.signIn(learner);
        beans.getBean(Enrolments.class).join(learner, new CourseRunId(run(place)));
        return place;
    }

    public static ActivityPlace place(ApplicationContext beans, AccountId learner, CourseVersion version) {
        CourseRunId run = beans.getBean(CourseRuns.class)
                .openRuns(version.course())
                .getFirst()
                .id();
        CourseUnit unit = version.manifest().unit("quiz-models").orElseThrow();
        return beans.getBean(PlacedActivities.class)
                .inRun(learner, run, version, unit)
                .orElseThrow();
    }

    public static UUID run(ActivityPlace place) {
        UUID run = place.run();
        if (run == null) {
            throw new AssertionError("A preview has no run");
        }
        return run;
    }
}
