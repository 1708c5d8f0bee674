package org.collegium.assessment.ui;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Grading;
import org.collegium.assessment.NumberVerdict;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.ShownNumbers;

/** What is said of an answer that was typed. */
record TypedAnswer(Question question, String typed) {

    /** What would have been right; empty for questions where nothing is typed. */
    String right() {
        return switch (question) {
            case Numeric numeric -> number(numeric);
            case ShortText words ->
                words.accept().stream()
                        .filter(Accepted::example)
                        .map(Accepted::text)
                        .collect(Collectors.joining(", "));
            default -> "";
        };
    }

    private static String number(Numeric numeric) {
        BigDecimal answer = numeric.answer();
        if (answer == null) {
            return "";
        }
        BigDecimal margin = numeric.tolerance().margin(answer);
        String unit =
                numeric.units().base().isEmpty() ? "" : " " + numeric.units().base();
        String plain = within(margin, answer, ShownNumbers.of(answer));
        return margin.signum() == 0
                ? plain + unit
                : plain + " ± " + ShownNumbers.of(margin.stripTrailingZeros()) + unit;
    }

    /** Fewer digits only where they are right as well: what is shown as right must be so when it is typed. */
    private static String within(BigDecimal margin, BigDecimal answer, String shown) {
        return new BigDecimal(shown).subtract(answer).abs().compareTo(margin) > 0 ? answer.toPlainString() : shown;
    }

    /** What is wrong but for the value, as a key of a text. */
    Optional<String> trouble() {
        if (!(question instanceof Numeric numeric) || !numeric.keyed() || typed.isBlank()) {
            return Optional.empty();
        }
        NumberVerdict verdict = Grading.verdict(numeric, typed);
        return switch (verdict) {
            case RIGHT, OFF -> Optional.empty();
            case UNIT_MISSING -> Optional.of("assessment.number.unit-missing");
            case UNIT_UNKNOWN -> Optional.of("assessment.number.unit-unknown");
            case NO_NUMBER -> Optional.of("assessment.number.unreadable");
        };
    }

    /**
     * What the author says to it, in Markdown; empty when nothing.
     *
     * @param full whether it earned all points
     */
    String feedback(boolean full) {
        if (typed.isBlank() || !question.keyed()) {
            return "";
        }
        return switch (question) {
            case Numeric numeric -> of(numeric.feedback(), full);
            case ShortText words ->
                Grading.accepted(words, typed)
                        .map(Accepted::feedback)
                        .filter(own -> !own.isBlank())
                        .orElseGet(() -> of(words.feedback(), full));
            default -> "";
        };
    }

    static String of(Feedback feedback, boolean full) {
        return full ? feedback.correct() : feedback.incorrect();
    }
}
