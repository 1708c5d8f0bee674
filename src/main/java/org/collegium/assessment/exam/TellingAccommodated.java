package org.collegium.assessment.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.Quizzes;
import org.collegium.assessment.notices.QuizMails;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.AccountId;
import org.collegium.shared.UtcTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes to learners what they have in quizzes by what they are given, as the page of the quiz says it, and why; times in UTC, since nobody
 * knows theirs here.
 */
@Component
class TellingAccommodated {

    private static final String TEMPLATE = "quiz-accommodation";
    private static final String TEXT = "mail.quiz-accommodation.";

    /** Of a quiz by which it is said what extra time comes to where it is given for all. */
    private static final Duration EXAMPLE = Duration.ofMinutes(30);

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Quizzes quizzes;
    private final LearnersTerms terms;
    private final QuizMails mails;
    private final MessageSource messages;

    TellingAccommodated(
            CourseRuns runs,
            CourseVersions versions,
            Quizzes quizzes,
            LearnersTerms terms,
            QuizMails mails,
            MessageSource messages) {
        this.runs = runs;
        this.versions = versions;
        this.quizzes = quizzes;
        this.terms = terms;
        this.mails = mails;
        this.messages = messages;
    }

    /** Part of the transaction that gives it; for each quiz that is meant as many queries as for one learner, but for what keeps the mails. */
    void tell(UUID run, Collection<AccommodationData> given) {
        Map<String, Map<AccountId, AccommodationData>> byQuiz = new LinkedHashMap<>();
        given.forEach(data -> byQuiz.computeIfAbsent(data.unitKey(), unit -> new LinkedHashMap<>())
                .put(data.learner(), data));
        byQuiz.forEach((unit, data) -> {
            Optional<QuizTerms> usual = usual(run, unit);
            LearnersTerms.OfRun held = usual.isEmpty() ? null : terms.ofRun(run, unit, null);
            mails.learners(TEMPLATE, data.keySet(), run, unit, (learner, locale) -> {
                AccommodationData one =
                        data.getOrDefault(learner, data.values().iterator().next());
                QuizTerms on = held == null ? null : held.of(learner, usual.orElseThrow());
                return Map.of("lines", new Lines(one, locale).of(on), "reason", one.reason());
            });
        });
    }

    /** What a quiz itself says; empty for all quizzes, and where the run has it no more. */
    private Optional<QuizTerms> usual(UUID run, String unitKey) {
        return Optional.of(unitKey)
                .filter(unit -> !unit.isEmpty())
                .flatMap(unit -> runs.find(new CourseRunId(run)))
                .map(CourseRun::version)
                .flatMap(versions::find)
                .map(CourseVersion::manifest)
                .flatMap(course -> course.unit(unitKey).flatMap(course::file))
                .flatMap(file -> quizzes.find(new BlobId(file.sha256())))
                .map(TellingAccommodated::terms);
    }

    private static QuizTerms terms(Quiz quiz) {
        return QuizTerms.usual(Duration.ofMinutes(quiz.rules().timeLimit()), quiz.attempts());
    }

    /** The lines of a mail. */
    private final class Lines {

        private final AccommodationData given;
        private final Locale locale;
        private final List<String> lines = new ArrayList<>();

        Lines(AccommodationData given, Locale locale) {
            this.given = given;
            this.locale = locale;
        }

        /** @param on the terms of the learner in the one quiz that is meant; null where all are, or it is gone */
        List<String> of(@Nullable QuizTerms on) {
            if (given.extraPercent() > 0 || given.extraMinutes() > 0) {
                if (on == null) {
                    Duration extra = LearnersTerms.extra(EXAMPLE, given.extraPercent(), given.extraMinutes());
                    line("time.all", limit(EXAMPLE, extra), EXAMPLE.toMinutes());
                } else if (on.timed()) {
                    line("time", limit(on.limit(), on.extra()));
                } else {
                    line("time.none");
                }
            }
            if (given.extraAttempts() > 0) {
                if (on == null) {
                    line("attempts.all", given.extraAttempts());
                } else if (on.attempts() > 0) {
                    line("attempts", on.attempts(), on.attempts() - given.extraAttempts(), given.extraAttempts());
                } else {
                    line("attempts.none");
                }
            }
            Instant opens = given.opens();
            if (opens != null) {
                line("opens", UtcTimes.weekday(opens, locale));
            }
            Instant closes = given.closes();
            if (closes != null) {
                line("closes", UtcTimes.weekday(closes, locale));
            }
            return lines;
        }

        private String limit(Duration limit, Duration extra) {
            return messages.getMessage(
                    "assessment.span.with-extra",
                    new Object[] {limit.plus(extra).toMinutes(), limit.toMinutes(), extra.toMinutes()},
                    locale);
        }

        private void line(String key, Object... arguments) {
            lines.add(messages.getMessage(TEXT + key, arguments, locale));
        }
    }
}
