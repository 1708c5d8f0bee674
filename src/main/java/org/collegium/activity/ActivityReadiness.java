package org.collegium.activity;

import java.util.Optional;
import java.util.UUID;

/**
 * Tries activities of one kind before they are published; the module that owns the kind contributes a bean. A kind without
 * one may always be published. What takes long is tried in the background and remembered by content, so that
 * {@link #of} answers at once; when an answer has changed, {@link ReadinessChanged} is published.
 */
public interface ActivityReadiness {

    /** The kind it tries, as the course format names it, for instance {@code lab}. */
    String kind();

    /** Whether there is something to try in an activity. */
    default boolean concerns(ActivityCourse activity) {
        return true;
    }

    /** How an activity of a draft stands. */
    Readiness of(ActivityCourse activity);

    /** Sees to it that the activity is tried if it was not yet; part of the caller's transaction. */
    void ask(ActivityCourse activity);

    /** Where its author sees all of it; empty where there is no more than the sentences. */
    default Optional<String> address(UUID course, String unitKey) {
        return Optional.empty();
    }
}
