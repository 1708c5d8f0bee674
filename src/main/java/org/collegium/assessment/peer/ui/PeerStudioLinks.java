package org.collegium.assessment.peer.ui;

import org.collegium.assessment.peer.PeerPermissions;
import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.Courses;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way from a course in Studio to its peer reviews. */
@Configuration
class PeerStudioLinks {

    @Bean
    CourseStudioLink peerReviewsOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "assessment.peer.title",
                Glyph.USERS,
                PeerPermissions.LEAD,
                course -> "/studio/courses/" + course + "/peer-reviews");
    }

    @Bean
    AddressedThing courseWithPeerReviews(Courses courses) {
        return new AddressedThing(
                PeerReviewsView.class,
                address -> courses.find(CourseStudioPage.course(address)).isPresent());
    }
}
