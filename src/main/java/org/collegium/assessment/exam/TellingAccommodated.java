package org.collegium.assessment.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.collegium.assessment.notices.QuizMails;
import org.collegium.shared.UtcTimes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes to a learner what they are given in quizzes, and why; times in UTC, since nobody knows theirs here. */
@Component
class TellingAccommodated {

    private static final String TEMPLATE = "quiz-accommodation";

    private final QuizMails mails;
    private final MessageSource messages;

    TellingAccommodated(QuizMails mails, MessageSource messages) {
        this.mails = mails;
        this.messages = messages;
    }

    /** Part of the transaction that gives it. */
    void tell(UUID run, AccommodationData data) {
        mails.learner(
                TEMPLATE,
                data.learner(),
                run,
                data.unitKey(),
                locale -> Map.of("lines", lines(data, locale), "reason", data.reason()));
    }

    private List<String> lines(AccommodationData data, Locale locale) {
        List<String> lines = new ArrayList<>();
        if (data.extraPercent() > 0) {
            lines.add(line("percent", data.extraPercent(), locale));
        }
        if (data.extraMinutes() > 0) {
            lines.add(line("minutes", data.extraMinutes(), locale));
        }
        if (data.extraAttempts() > 0) {
            lines.add(line("attempts", data.extraAttempts(), locale));
        }
        Instant opens = data.opens();
        if (opens != null) {
            lines.add(line("opens", UtcTimes.weekday(opens, locale), locale));
        }
        Instant closes = data.closes();
        if (closes != null) {
            lines.add(line("closes", UtcTimes.weekday(closes, locale), locale));
        }
        return lines;
    }

    private String line(String key, Object argument, Locale locale) {
        return messages.getMessage("mail.quiz-accommodation." + key, new Object[] {argument}, locale);
    }
}
