package org.collegium.assessment;

import org.collegium.content.BlobId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** What the quizzes of a course ask for. */
@Component
@Unguarded("the pass mark of a quiz is told to everybody who may open it; others read it inside permitted work")
public class PassMarks {

    private final Quizzes quizzes;

    PassMarks(Quizzes quizzes) {
        this.quizzes = quizzes;
    }

    /**
     * What an attempt at a quiz needs, 0 to 1; no query.
     *
     * @throws IllegalArgumentException when the unit is no quiz of the course
     */
    public double of(CourseManifest course, CourseUnit quiz) {
        return course.file(quiz)
                .filter(file -> quiz.kind().equals(Attempts.KIND))
                .map(file -> quizzes.open(new BlobId(file.sha256())).passMark())
                .orElseThrow(() -> new IllegalArgumentException("No quiz of the course: " + quiz.key()));
    }
}
