package org.collegium.assessment.peer.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.UUID;
import org.collegium.assessment.peer.PeerPermissions;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseStudioLink;
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
                "assessment.peer.title",
                Glyph.USERS,
                PeerPermissions.LEAD,
                course -> "/studio/courses/" + course + "/peer-reviews");
    }

    @Bean
    AddressedThing courseWithPeerReviews(Courses courses) {
        return new AddressedThing(
                PeerReviewsView.class, address -> courses.find(course(address)).isPresent());
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
