package org.collegium.activity.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a work was at the end of a minute in which somebody changed it.
 *
 * @param revision of the last entry of that minute, by which the version is asked for
 * @param fields that changed in it
 * @param devices on which they were changed
 */
record WorkVersion(long revision, Instant savedAt, List<String> fields, List<UUID> devices) {

    /** Fields with names that end so hold what follows from others, such as outputs; that they change makes no version. */
    static final String BY_PRODUCT = ":out";

    WorkVersion {
        fields = List.copyOf(fields);
        devices = List.copyOf(devices);
    }
}
