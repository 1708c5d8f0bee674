package org.collegium.credentials;

import java.util.List;

/** One thing that stands between a learner and the certificate. */
public sealed interface Missing {

    /** The key of the sentence that says what is missing and what to do. */
    String code();

    /** What fills the sentence; shares as fractions of 1. */
    List<Object> arguments();

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
    record Unit(String title) implements Missing {
        @Override
        public String code() {
            return "credentials.missing.unit";
        }

        @Override
        public List<Object> arguments() {
            return List.of(title);
        }
    }

    /** A required quiz was never handed in. */
    record Quiz(String title) implements Missing {
        @Override
        public String code() {
            return "credentials.missing.quiz";
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
    record QuizScore(String title, double best, double needed) implements Missing {
        @Override
        public String code() {
            return "credentials.missing.quiz-score";
        }

        @Override
        public List<Object> arguments() {
            return List.of(title, EarningRules.shown(best), EarningRules.shown(needed));
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
            return List.of(EarningRules.shown(mean), EarningRules.shown(needed));
        }
    }
}
