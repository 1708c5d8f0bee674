package org.collegium.enrolment.ui;

import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.Courses;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.RunGroups;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from a course in Studio to the groups of its runs. */
@Configuration
class GroupsUiConfiguration {

    @Bean
    CourseStudioLink groupsOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "enrolment.groups.title",
                Glyph.USERS,
                EnrolmentPermissions.GROUPS,
                course -> "/studio/courses/" + course + "/groups");
    }

    @Bean
    AddressedThing courseWithGroups(Courses courses) {
        return new AddressedThing(
                RunGroupsView.class,
                address -> courses.find(CourseStudioPage.course(address)).isPresent());
    }

    @Bean
    AddressedThing groupOfRun(GroupPlaces places, RunGroups groups) {
        return new AddressedThing(
                RunGroupView.class,
                address -> places.run(address)
                        .flatMap(run -> groups.find(run.id(), GroupPlaces.group(address)))
                        .isPresent());
    }
}
