package org.collegium.enrolment.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.collegium.enrolment.JoinRefusal;
import org.collegium.shared.ui.Moments;

/** A refusal in words: a message key and what fills it. */
record RefusalText(String key, List<Object> arguments) {

    RefusalText {
        arguments = List.copyOf(arguments);
    }

    static RefusalText of(JoinRefusal reason, Locale locale) {
        return switch (reason) {
            case JoinRefusal.NoSuchRun none -> new RefusalText("enrolment.refused.no-run", List.of());
            case JoinRefusal.NotOpenYet(Instant opens) ->
                new RefusalText("enrolment.refused.not-open-yet", List.of(day(opens, locale)));
            case JoinRefusal.Closed(Instant closed) ->
                new RefusalText("enrolment.refused.closed", List.of(day(closed, locale)));
            case JoinRefusal.ByInvitation invitation -> new RefusalText("enrolment.refused.by-invitation", List.of());
            case JoinRefusal.Retired retired -> new RefusalText("enrolment.refused.retired", List.of());
            case JoinRefusal.Full(int capacity) -> new RefusalText("enrolment.refused.full", List.of(capacity));
        };
    }

    private static String day(Instant time, Locale locale) {
        return Moments.in(locale).longDay(time);
    }
}
