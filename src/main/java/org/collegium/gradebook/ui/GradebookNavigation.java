package org.collegium.gradebook.ui;

import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.Courses;
import org.collegium.gradebook.GradeBooks;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.gradebook.OwnGrades;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where grades are. */
@Configuration
public class GradebookNavigation {

    /** The address of the grade books of a course, for its instructors. */
    static String grades(CourseId course) {
        return "/studio/courses/" + course + "/grades";
    }

    static String learner(CourseId course, CourseRunId run, AccountId learner) {
        return grades(course) + "/" + run + "/learners/" + learner;
    }

    static String setUp(CourseId course, CourseRunId run) {
        return grades(course) + "/" + run + "/set-up";
    }

    @Bean
    CourseStudioLink gradesOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "gradebook.title",
                Glyph.TABLE,
                GradebookPermissions.VIEW,
                GradebookNavigation::grades);
    }

    @Bean
    AddressedThing courseWithGrades(Courses courses) {
        return new AddressedThing(
                GradesView.class,
                address -> courses.find(GradeAddress.course(address)).isPresent());
    }

    @Bean
    AddressedThing runWithGradeSetUp(CourseRuns runs) {
        return new AddressedThing(GradeSetUpView.class, address -> GradeAddress.isRun(address, runs));
    }

    @Bean
    AddressedThing learnerWithGrades(CourseRuns runs, GradeBooks books) {
        return new AddressedThing(
                LearnerGradesView.class,
                address -> books.learner(GradeAddress.run(address, runs).id(), GradeAddress.learner(address))
                        .isPresent());
    }

    @Bean
    AddressedThing runWithOwnGrades(OwnGrades grades, Access access) {
        return new AddressedThing(
                OwnGradesView.class,
                address -> access.current()
                        .flatMap(person -> grades.of(person.account(), GradeAddress.run(address)))
                        .isPresent());
    }
}
