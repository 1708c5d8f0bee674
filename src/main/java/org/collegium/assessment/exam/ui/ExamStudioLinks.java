package org.collegium.assessment.exam.ui;

import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.Courses;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from a course in Studio to the times of its quizzes. */
@Configuration
class ExamStudioLinks {

    @Bean
    CourseStudioLink quizTimesOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "assessment.times.title",
                Glyph.CLOCK,
                ExamPermissions.SET_TIMES,
                course -> "/studio/courses/" + course + "/quiz-times");
    }

    @Bean
    AddressedThing courseWithQuizTimes(Courses courses) {
        return new AddressedThing(
                QuizTimesView.class,
                address -> courses.find(CourseStudioPage.course(address)).isPresent());
    }
}
