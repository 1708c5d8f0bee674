package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizWriter;
import org.collegium.assessment.Units;

/** Writes a quiz in GIFT. Texts stay Markdown, which GIFT can say. */
final class GiftWriter {

    private final StringBuilder out = new StringBuilder();
    private final Writing writing;

    private GiftWriter(Quiz quiz) {
        this.writing = new Writing(quiz, DraftPictures.NONE);
    }

    static WrittenQuestions write(Quiz quiz, String path) {
        GiftWriter writer = new GiftWriter(quiz);
        writer.out.append("// ").append(quiz.title().replace('\n', ' ')).append("\n\n");
        writer.writing.each(writer::question);
        return writer.writing.done(path, writer.out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private boolean question(Question question) {
        Optional<String> answers = switch (question) {
            case SingleChoice choice -> Optional.of(single(choice.options(), writing.cost(choice)));
            case MultipleChoice choice -> Optional.of(multiple(choice.options()));
            case TrueFalse statement -> Optional.of(statement(statement));
            case Numeric numeric -> Optional.of(numeric(numeric));
            case ShortText words -> Optional.of(words(words));
            case Matching matching -> Optional.of(matching(matching));
            case Question.Ordering _ -> Optional.empty();
            case Question.Cloze _ -> Optional.empty();
            case Question.Formula _ -> Optional.empty();
            case Question.Essay essay -> Optional.of(essay(essay));
            case CodeQuestion _, FileUpload _, Hotspot _ -> Optional.empty();
        };
        if (answers.isEmpty()) {
            return writing.unknown(QuizWriter.type(question));
        }
        writing.lostUnless(question.points() == 1, "points");
        writing.traitsBut(question, question instanceof SingleChoice);
        out.append("// [id:").append(question.key()).append("]");
        ItemTraits.words(question.traits())
                .forEach(tag -> out.append(" [tag:").append(tag).append("]"));
        out.append('\n');
        out.append("::").append(escaped(question.key())).append("::[markdown]").append(text(question.stem()));
        out.append("{").append(answers.get());
        if (!question.explanation().isEmpty()) {
            out.append(" ####").append(text(question.explanation()));
        }
        out.append("}\n\n");
        return true;
    }

    private String essay(Question.Essay essay) {
        writing.lostUnless(!essay.words().any(), "words");
        writing.lostUnless(essay.rubric().none(), "rubric");
        return "";
    }

    private String single(List<Option> options, double cost) {
        String wrong = cost == 0 ? " ~" : " ~%-" + MoodleShares.of(cost) + "%";
        StringBuilder answers = new StringBuilder();
        for (Option option : options) {
            answers.append(option.correct() ? " =" : wrong)
                    .append(text(option.text()))
                    .append(feedback(option.feedback()));
        }
        return answers.toString();
    }

    private String multiple(List<Option> options) {
        long right = options.stream().filter(Option::correct).count();
        String share = MoodleShares.of(1.0 / right);
        StringBuilder answers = new StringBuilder();
        for (Option option : options) {
            answers.append(option.correct() ? " ~%" : " ~%-")
                    .append(share)
                    .append("%")
                    .append(text(option.text()))
                    .append(feedback(option.feedback()));
        }
        return answers.toString();
    }

    private String statement(TrueFalse statement) {
        Feedback feedback = statement.feedback();
        String word = Boolean.TRUE.equals(statement.answer()) ? "TRUE" : "FALSE";
        return feedback.equals(Feedback.NONE)
                ? word
                : word + "#" + text(feedback.incorrect()) + "#" + text(feedback.correct());
    }

    private String numeric(Numeric numeric) {
        writing.lostUnless(numeric.units().equals(Units.NONE), "unit");
        BigDecimal answer = Objects.requireNonNull(numeric.answer());
        String number = answer.toPlainString() + ":"
                + Numbers.plainly(numeric.tolerance().margin(answer)).toPlainString();
        Feedback feedback = numeric.feedback();
        if (feedback.equals(Feedback.NONE)) {
            return "#" + number;
        }
        String wrong = feedback.incorrect().isEmpty() ? "" : " ~" + feedback(feedback.incorrect());
        return "# =" + number + feedback(feedback.correct()) + wrong;
    }

    private String words(ShortText words) {
        writing.lostUnless(!words.caseSensitive(), "caseSensitive");
        writing.lostUnless(words.feedback().correct().isEmpty(), "feedback.correct");
        StringBuilder answers = new StringBuilder();
        for (Accepted accepted : words.accept()) {
            Optional<String> text = Words.moodle(accepted);
            if (text.isEmpty()) {
                writing.lost("accept: " + accepted.text());
                continue;
            }
            String share = accepted.share() == 1 ? "" : "%" + MoodleShares.of(accepted.share()) + "%";
            answers.append(" =").append(share).append(escaped(text.get())).append(feedback(accepted.feedback()));
        }
        if (!words.feedback().incorrect().isEmpty()) {
            answers.append(" =%0%*").append(feedback(words.feedback().incorrect()));
        }
        return answers.toString();
    }

    private String matching(Matching matching) {
        writing.lostUnless(matching.feedback().equals(Feedback.NONE), "feedback");
        StringBuilder answers = new StringBuilder();
        matching.options().forEach(option -> {
            boolean used = false;
            for (Prompt prompt : matching.prompts()) {
                if (option.key().equals(prompt.answer())) {
                    used = true;
                    answers.append(" =")
                            .append(text(prompt.text()))
                            .append(" -> ")
                            .append(text(option.text()));
                }
            }
            if (!used) {
                answers.append(" = -> ").append(text(option.text()));
            }
        });
        return answers.toString();
    }

    private String feedback(String markdown) {
        return markdown.isEmpty() ? "" : "#" + text(markdown);
    }

    private String text(String markdown) {
        writing.pictures(markdown);
        return escaped(MoodleMarkdown.of(markdown));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '~', '=', '#', '{', '}', ':' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
