package org.collegium.enrolment.ui;

import org.collegium.courses.CourseRunId;
import org.collegium.identity.AddressedThing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one joins. */
@Configuration
public class EnrolmentNavigation {

    /** The address for joining a course by whichever run is open; one signs up on the way there. */
    public static String join(String partnerSlug, String courseKey) {
        return "/join/" + partnerSlug + "/" + courseKey;
    }

    /** The address for joining one certain run, to be handed out. */
    public static String join(CourseRunId run) {
        return "/join/" + run;
    }

    /** The same for a button of our own pages, whose press is enough to join. */
    public static String begin(CourseRunId run) {
        return join(run) + "?begin";
    }

    @Bean
    AddressedThing placeToJoin(JoiningPlaces places) {
        return new AddressedThing(JoinView.class, address -> places.find(address) != null);
    }
}
