package org.collegium.assessment;

import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.PlacedActivities;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
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

    private AssessmentFixtures() {}

    /** A published course with this quiz as its unit {@code quiz-models}. */
    public static CourseVersion published(ApplicationContext beans, String quiz) {
        return CoursesFixtures.publish(
                beans,
                CoursesFixtures.draft(
                        beans,
                        CoursesFixtures.partner(beans),
                        CoursesFixtures.accepted(
                                CoursesFixtures.metadata("fixture-course"), CoursesFixtures.LESSON, quiz)));
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
