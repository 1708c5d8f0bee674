package org.collegium.learning.ui;

import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.AddressedThing;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.RunLearners;
import org.collegium.learning.Studying;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where learning happens. */
@Configuration
public class LearningNavigation {

    /** The address of one's own courses. */
    public static final String MY_LEARNING = "/my-learning";

    /** The address that opens a course where the learner stopped. */
    public static String resume(String partnerSlug, String courseKey) {
        return "/learn/" + partnerSlug + "/" + courseKey;
    }

    /** The address of a unit in the player. */
    public static String unit(String partnerSlug, String courseKey, String unitKey) {
        return resume(partnerSlug, courseKey) + "/" + unitKey;
    }

    /** The address of a course's learners, for its instructors. */
    public static String learners(CourseId course) {
        return "/studio/courses/" + course + "/learners";
    }

    /** The address of one learner's progress in a run, for its instructors. */
    static String learner(CourseId course, CourseRunId run, AccountId learner) {
        return learners(course) + "/" + run + "/" + learner;
    }

    @Bean
    SpaceEntry myLearningEntry(Access access) {
        return SpaceEntry.view(Space.LEARN, "learning.my.entry", MY_LEARNING, Glyph.BOOK_OPEN, 20, access::signedIn);
    }

    @Bean
    SpaceEntry runsAndLearnersEntry(Access access) {
        return SpaceEntry.view(
                Space.STUDIO,
                "learning.runs.entry",
                "/studio/learners",
                Glyph.USERS,
                50,
                () -> access.mayAnywhere(LearningPermissions.VIEW_LEARNERS)
                        && access.mayAnywhere(CoursesPermissions.VIEW_DRAFT));
    }

    @Bean
    AddressedThing unitOfPlayer(Courses courses, Studying studying, Access access) {
        return new AddressedThing(LearnView.class, new PlayerAddresses(courses, studying, access)::named);
    }

    @Bean
    AddressedThing courseWithLearners(Courses courses) {
        return new AddressedThing(
                LearnersView.class,
                address -> courses.find(StaffAddress.course(address)).isPresent());
    }

    @Bean
    AddressedThing learnerOfRun(CourseRuns runs, RunLearners learners) {
        return new AddressedThing(
                LearnerView.class,
                address -> learners.find(StaffAddress.run(address, runs).id(), StaffAddress.learner(address))
                        .isPresent());
    }

    @Bean
    CourseStudioLink learnersOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "learning.learners.title",
                Glyph.USERS,
                LearningPermissions.VIEW_LEARNERS,
                LearningNavigation::learners);
    }
}
