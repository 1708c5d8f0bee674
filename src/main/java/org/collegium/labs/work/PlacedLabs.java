package org.collegium.labs.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.labs.Lab;
import org.collegium.labs.LabReader;
import org.springframework.stereotype.Component;

/** The labs that learners meet; those of published versions are kept in memory while they are used, since they never change. */
@Component
public class PlacedLabs {

    private static final int MOST = 200;

    private final Cache<String, Optional<Lab>> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The lab at a place; empty when it cannot be read, as may be in a draft. */
    public Optional<Lab> at(ActivityPlace place) {
        return place.version() == null
                ? read(place)
                : known.get(place.version() + "/" + place.unitKey(), key -> read(place));
    }

    private static Optional<Lab> read(ActivityPlace place) {
        return LabReader.read(place.course().own(), place.course()::file, fault -> {});
    }
}
