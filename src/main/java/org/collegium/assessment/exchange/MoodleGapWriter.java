package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Units;

/** Writes the gaps of a text in the syntax of Moodle. */
final class MoodleGapWriter {

    private final Writing writing;

    MoodleGapWriter(Writing writing) {
        this.writing = writing;
    }

    /** The stem in Moodle's Markdown, with a gap in place of each of its marks. */
    String text(Cloze cloze) {
        Sealed sealed = new Sealed();
        String stem = Sealed.without(cloze.stem());
        for (Gap gap : cloze.gaps()) {
            stem = GapMarks.replaced(stem, gap.key(), sealed.put(code(gap)));
        }
        return sealed.open(MoodleMarkdown.of(stem));
    }

    /** Moodle knows weights that are whole numbers only. */
    private String code(Gap gap) {
        long weight = Math.max(1, Math.round(gap.points()));
        writing.lostUnless(weight == gap.points(), "gap points");
        return "{" + weight + ":"
                + switch (gap) {
                    case SingleChoice choice -> choice(choice);
                    case Numeric numeric -> number(numeric);
                    case ShortText words -> words(words);
                }
                + "}";
    }

    private String choice(SingleChoice choice) {
        StringBuilder code = new StringBuilder("MULTICHOICE:");
        String between = "";
        for (Option option : choice.options()) {
            code.append(between)
                    .append(option.correct() ? "=" : "")
                    .append(escaped(MoodleMarkdown.of(option.text())))
                    .append(feedback(option.feedback()));
            between = "~";
        }
        return code.toString();
    }

    private String number(Numeric numeric) {
        writing.lostUnless(numeric.units().equals(Units.NONE), "unit");
        BigDecimal answer = Objects.requireNonNull(numeric.answer());
        return "NUMERICAL:=" + answer.toPlainString() + ":"
                + Numbers.plainly(numeric.tolerance().margin(answer)).toPlainString()
                + feedback(numeric.feedback().correct())
                + otherwise(numeric.feedback().incorrect());
    }

    private String words(ShortText words) {
        writing.lostUnless(words.feedback().correct().isEmpty(), "feedback.correct");
        StringBuilder code = new StringBuilder(words.caseSensitive() ? "SHORTANSWER_C:" : "SHORTANSWER:");
        String between = "";
        for (Accepted accepted : words.accept()) {
            String text = Words.moodle(accepted).orElse("");
            if (text.isEmpty()) {
                writing.lost("accept: " + accepted.text());
                continue;
            }
            code.append(between)
                    .append(accepted.share() == 1 ? "=" : "%" + MoodleShares.of(accepted.share()) + "%")
                    .append(escaped(text))
                    .append(feedback(accepted.feedback()));
            between = "~";
        }
        return code.append(otherwise(words.feedback().incorrect())).toString();
    }

    private static String otherwise(String feedback) {
        return feedback.isEmpty() ? "" : "~*" + feedback(feedback);
    }

    private static String feedback(String markdown) {
        return markdown.isEmpty() ? "" : "#" + escaped(MoodleMarkdown.of(markdown));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("}#~\"\\/".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
