package org.collegium.assessment.ui;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.OptionPlaces;
import org.collegium.assessment.Practice;
import org.collegium.assessment.SavedAnswer;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.Credit;
import org.collegium.assessment.exam.QuizTerms;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A quiz being taken, as one tab sees it. */
abstract sealed class Sitting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AskedQuiz quiz;

    private Sitting(AskedQuiz quiz) {
        this.quiz = quiz;
    }

    AskedQuiz quiz() {
        return quiz;
    }

    /** What is kept as the answer to a question. */
    Optional<SavedAnswer> saved(String questionKey) {
        return Optional.empty();
    }

    /** Whether a question has an answer that is kept. */
    boolean answered(String questionKey) {
        return saved(questionKey).filter(saved -> !saved.answer().empty()).isPresent();
    }

    /** The attempt; empty where nothing is recorded. */
    Optional<AttemptId> attempt() {
        return Optional.empty();
    }

    /** With what the browser saves; nothing where nothing is recorded. */
    Optional<WorkTicket> ticket() {
        return Optional.empty();
    }

    /** Another ticket, when the first is not good any more. */
    Optional<WorkTicket> renewed() {
        return now().map(OpenAttempt::ticket);
    }

    /** Its clock; empty when it has none. */
    abstract Optional<AttemptTime> timed();

    /** What it got back for outages of the platform. */
    List<Credit> credits() {
        return List.of();
    }

    /** The attempt as it is now; empty when nothing is taken any more. */
    Optional<OpenAttempt> now() {
        return Optional.empty();
    }

    /** Whether a learner practises. */
    boolean rehearsal() {
        return false;
    }

    /** How it ended, where nothing is recorded that says so and it was under a clock. */
    Optional<HowItEnded> practised(boolean timeUp) {
        return Optional.empty();
    }

    /**
     * What came of it; empty when the quiz may not be taken so any more.
     *
     * @param told what was answered where nothing is recorded, as the browser tells it: JSON by question key, in which may be anything
     */
    abstract Optional<AttemptResult> submit(String told);

    /** An attempt. */
    static final class Recorded extends Sitting {

        private final Attempts attempts;
        private final ActivityPlace place;
        private final OpenAttempt attempt;

        Recorded(Attempts attempts, ActivityPlace place, OpenAttempt attempt) {
            super(attempt.quiz());
            this.attempts = attempts;
            this.place = place;
            this.attempt = attempt;
        }

        @Override
        Optional<SavedAnswer> saved(String questionKey) {
            return Optional.ofNullable(attempt.answers().get(questionKey));
        }

        @Override
        Optional<AttemptId> attempt() {
            return Optional.of(attempt.id());
        }

        @Override
        Optional<WorkTicket> ticket() {
            return Optional.of(attempt.ticket());
        }

        @Override
        Optional<AttemptTime> timed() {
            return Optional.of(attempt.time()).filter(time -> time.due() != null);
        }

        @Override
        List<Credit> credits() {
            return attempt.credits();
        }

        @Override
        Optional<OpenAttempt> now() {
            return attempts.goOn(place.learner(), place)
                    .filter(going -> going.id().equals(attempt.id()));
        }

        @Override
        Optional<AttemptResult> submit(String told) {
            return Optional.of(attempts.submit(place.learner(), attempt.id()));
        }
    }

    /** An author's trial or a learner's rehearsal, of which no trace is left. */
    static final class Unrecorded extends Sitting {

        private final Practice practice;
        private final ActivityPlace place;
        private final long seed;
        private final AttemptTime time;

        private Unrecorded(Practice practice, ActivityPlace place, long seed, AttemptTime time, AskedQuiz quiz) {
            super(quiz);
            this.practice = practice;
            this.place = place;
            this.seed = seed;
            this.time = time;
        }

        /** Empty where one may not take the quiz so. */
        static Optional<Sitting> begin(
                Practice practice, ActivityPlace place, long seed, QuizTerms terms, Instant now) {
            AttemptTime time = AttemptTime.practising(terms, now);
            return practice.quiz(place, seed).map(quiz -> new Unrecorded(practice, place, seed, time, quiz));
        }

        @Override
        Optional<AttemptTime> timed() {
            return Optional.of(time).filter(clock -> clock.due() != null);
        }

        @Override
        boolean rehearsal() {
            return !place.preview();
        }

        @Override
        Optional<HowItEnded> practised(boolean timeUp) {
            return timed().map(clock -> HowItEnded.practice(clock, timeUp));
        }

        @Override
        Optional<AttemptResult> submit(String told) {
            return practice.grade(place, seed, answers(told));
        }

        private Map<String, Answer> answers(String told) {
            Map<String, Answer> answers = new HashMap<>();
            try {
                JSON.readTree(told)
                        .forEachEntry((key, answer) -> quiz().question(key)
                                .ifPresent(asked -> answers.put(
                                        key,
                                        OptionPlaces.kept(asked, Answer.read(answer.asString(""), asked.longest())))));
                return answers;
            } catch (JacksonException unreadable) {
                return Map.of();
            }
        }
    }
}
