package org.collegium.assessment.exam.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.UUID;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseStudioLink;
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
                "assessment.times.title",
                Glyph.CLOCK,
                ExamPermissions.SET_TIMES,
                course -> "/studio/courses/" + course + "/quiz-times");
    }

    @Bean
    AddressedThing courseWithQuizTimes(Courses courses) {
        return new AddressedThing(
                QuizTimesView.class, address -> courses.find(course(address)).isPresent());
    }

    static CourseId course(RouteParameters address) {
        try {
            return address.get("course")
                    .map(UUID::fromString)
                    .map(CourseId::new)
                    .orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }
}
