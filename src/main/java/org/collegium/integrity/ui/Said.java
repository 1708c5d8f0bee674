package org.collegium.integrity.ui;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.collegium.shared.ui.Moments;

/** Times, lengths and shares in the words of the person's language and in the zone of their browser; in UTC when it does not say. */
record Said(Moments moments) {

    static Said here() {
        return new Said(Moments.here());
    }

    String time(Instant time) {
        return moments.minute(time);
    }

    String exactly(Instant time) {
        return moments.exact(time);
    }

    /** The time of the day, to the second. */
    String clock(Instant time) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", moments.locale()).format(time.atZone(moments.zone()));
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(moments.locale()).format(share);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(moments.locale()).format(number);
    }

    /** Such as 2 min 5 s. */
    static String length(int seconds) {
        UI ui = UI.getCurrent();
        Duration time = Duration.ofSeconds(seconds);
        return time.toMinutes() == 0
                ? ui.getTranslation("integrity.span.seconds", seconds)
                : ui.getTranslation("integrity.span.minutes", time.toMinutes(), time.toSecondsPart());
    }
}
