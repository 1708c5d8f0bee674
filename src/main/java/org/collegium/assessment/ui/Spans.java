package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import org.collegium.assessment.exam.Credit;

/** Lengths of time as people say them. */
final class Spans {

    private Spans() {}

    /** In hours and minutes, and in seconds below two minutes; rounded up. */
    static String said(Component in, Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 120 && seconds % 60 != 0) {
            return in.getTranslation("assessment.span.seconds", seconds);
        }
        long minutes = Math.ceilDiv(seconds, 60);
        if (minutes < 120) {
            return in.getTranslation("assessment.span.minutes", minutes);
        }
        return minutes % 60 == 0
                ? in.getTranslation("assessment.span.hours", minutes / 60)
                : in.getTranslation("assessment.span.hours-minutes", minutes / 60, minutes % 60);
    }

    /** A limit, with the extra time that is in it: 60 min (30 + 30 extra). */
    static String limit(Component in, Duration limit, Duration extra) {
        return extra.isZero()
                ? said(in, limit)
                : in.getTranslation(
                        "assessment.span.with-extra",
                        limit.plus(extra).toMinutes(),
                        limit.toMinutes(),
                        extra.toMinutes());
    }

    static String credit(Component in, Credit credit) {
        return in.getTranslation(
                "assessment.clock.credit",
                said(in, Duration.between(credit.from(), credit.until())),
                said(in, credit.time()));
    }
}
