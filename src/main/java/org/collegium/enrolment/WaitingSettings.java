package org.collegium.enrolment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How waiting lists work.
 *
 * @param placeKept how long a place is kept for whoever is next, at least an hour
 */
@ConfigurationProperties("collegium.waiting-list")
record WaitingSettings(@DefaultValue("3d") Duration placeKept) {

    private static final Duration SHORTEST = Duration.ofHours(1);

    WaitingSettings {
        if (placeKept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("collegium.waiting-list.place-kept is at least an hour");
        }
    }
}
