package org.collegium.activity.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody begins to work on.
 *
 * @param kind the kind of activity, for instance {@code lab}
 * @param subject what it belongs to, an id of the module that owns the kind; one work per owner, kind and subject
 * @param ends when saving ends; null for no end
 * @param steps the fields that are filled in one after the other, without a way back; empty where there is no order
 */
public record NewWork(
        AccountId owner,
        String kind,
        UUID subject,
        WorkHistory history,
        @Nullable Instant ends,
        List<String> steps) {

    public NewWork {
        steps = List.copyOf(steps);
    }

    /** Work whose fields can be saved in any order. */
    public NewWork(AccountId owner, String kind, UUID subject, WorkHistory history, @Nullable Instant ends) {
        this(owner, kind, subject, history, ends, List.of());
    }

    /** The field whose save goes on to the step with this number from 0. */
    public static String goingOnTo(int step) {
        return WorkSteps.place(step);
    }
}
