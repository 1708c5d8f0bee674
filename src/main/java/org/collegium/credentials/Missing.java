package org.collegium.credentials;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.shared.Percents;

/** One thing that stands between a learner and the certificate. */
public sealed interface Missing {

    /** The key of the sentence that says what is missing and what to do. */
    String code();

    /** What fills the sentence; shares as fractions of 1. */
    List<Object> arguments();

    /** The key of the unit with which it is mended; empty where there is none. */
    default Optional<String> unit() {
        return Optional.empty();
    }

    /** The course gives no certificate. */
    record NoRule() implements Missing {
        @Override
        public String code() {
            return "credentials.missing.no-rule";
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }

    /** The learner is not in the run, or left it. */
    record Enrolment() implements Missing {
        @Override
        public String code() {
            return "credentials.missing.enrolment";
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }

    /** The learner has not shown that the e-mail address is theirs. */
    record ConfirmedAddress() implements Missing {
        @Override
        public String code() {
            return "credentials.missing.address";
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }

    /** A required unit is not completed. */
    record Unit(String title, String key) implements Missing {
        @Override
        public Optional<String> unit() {
            return Optional.of(key);
        }

        @Override
        public String code() {
            return "credentials.missing.unit";
        }

        @Override
        public List<Object> arguments() {
            return List.of(title);
        }
    }

    /** A unit that the rule asks for is not in the version of the course that the learner has. */
    record UnitElsewhere(String key) implements Missing {
        @Override
        public String code() {
            return "credentials.missing.unit-elsewhere";
        }

        @Override
        public List<Object> arguments() {
            return List.of(key);
        }
    }

    /** The rule asks for quizzes, and the version of the course that the learner has requires none. */
    record NoQuiz() implements Missing {
        @Override
        public String code() {
            return "credentials.missing.no-quiz";
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }

    /** A required quiz was never handed in. */
    record Quiz(String title, String key) implements Missing {
        @Override
        public Optional<String> unit() {
            return Optional.of(key);
        }

        @Override
        public String code() {
            return "credentials.missing.quiz";
        }

        @Override
        public List<Object> arguments() {
            return List.of(title);
        }
    }

    /** The result of a unit is not released yet. */
    record Results(String title, String key) implements Missing {
        @Override
        public Optional<String> unit() {
            return Optional.of(key);
        }

        @Override
        public String code() {
            return "credentials.missing.results";
        }

        @Override
        public List<Object> arguments() {
            return List.of(title);
        }
    }

    /**
     * A required quiz was handed in, but not passed.
     *
     * @param best 0 to 1
     * @param needed 0 to 1
     */
    record QuizScore(String title, String key, double best, double needed) implements Missing {
        @Override
        public Optional<String> unit() {
            return Optional.of(key);
        }

        @Override
        public String code() {
            return "credentials.missing.quiz-score";
        }

        @Override
        public List<Object> arguments() {
            return List.of(title, Percents.shown(best), Percents.shown(needed));
        }
    }

    /**
     * All quizzes are passed, but their mean is too low.
     *
     * @param mean 0 to 1
     * @param needed 0 to 1
     */
    record MeanScore(double mean, double needed) implements Missing {
        @Override
        public String code() {
            return "credentials.missing.mean";
        }

        @Override
        public List<Object> arguments() {
            return List.of(Percents.shown(mean), Percents.shown(needed));
        }
    }

    /** The certificate of a course that a programme requires is not there. */
    record Course(String title) implements Missing {
        @Override
        public String code() {
            return "credentials.missing.course";
        }

        @Override
        public List<Object> arguments() {
            return List.of(title);
        }
    }

    /**
     * Certificates of courses among which one chooses are not there yet.
     *
     * @param more how many are needed
     * @param titles of those among which one chooses
     */
    record Courses(int more, List<String> titles) implements Missing {

        public Courses {
            titles = List.copyOf(titles);
        }

        @Override
        public String code() {
            return "credentials.missing.courses";
        }

        @Override
        public List<Object> arguments() {
            return List.of(more, titles.stream().map(title -> "“" + title + "”").collect(Collectors.joining(", ")));
        }
    }

    /** No registrar has seen who the learner is. */
    record Identity() implements Missing {
        @Override
        public String code() {
            return "credentials.missing.identity";
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }

    /**
     * Something is not completed, and has to be by a day; or was completed later.
     *
     * @param day the last one, in UTC
     * @param tooLate whether it cannot be mended
     */
    record FinishedBy(LocalDate day, boolean tooLate) implements Missing {
        @Override
        public String code() {
            return tooLate ? "credentials.missing.too-late" : "credentials.missing.by";
        }

        @Override
        public List<Object> arguments() {
            return List.of(day.toString());
        }
    }

    /** Nobody earns it by the rule alone; a registrar gives it. */
    record ByHand() implements Missing {
        @Override
        public String code() {
            return "credentials.missing.by-hand";
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }

    /** What follows is one of several ways, of which one is enough. */
    record Way(int number, int of) implements Missing {
        @Override
        public String code() {
            return "credentials.missing.way";
        }

        @Override
        public List<Object> arguments() {
            return List.of(number, of);
        }
    }
}
