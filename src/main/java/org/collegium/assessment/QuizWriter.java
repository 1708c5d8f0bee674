package org.collegium.assessment;

import java.util.List;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.source.YamlWriter;

/** Writes a quiz in the format of our own; what {@link QuizReader} reads from it is the same quiz. */
public final class QuizWriter {

    private final YamlWriter yaml = new YamlWriter();

    private QuizWriter() {}

    public static String write(Quiz quiz) {
        return new QuizWriter().quiz(quiz);
    }

    private String quiz(Quiz quiz) {
        yaml.field("format", Quiz.FORMAT);
        yaml.field("title", quiz.title());
        text("intro", quiz.intro());
        yaml.field("passMark", number(quiz.passMark()));
        yaml.field("attempts", (Object) quiz.attempts());
        yaml.field("shuffleOptions", (Object) quiz.shuffleOptions());
        yaml.begin("questions");
        quiz.questions().forEach(this::question);
        return yaml.text();
    }

    private void question(Question question) {
        yaml.item().field("key", question.key()).field("type", type(question)).field("stem", question.stem());
        yaml.field("points", number(question.points()));
        if (!question.skills().isEmpty()) {
            yaml.field("skills", question.skills());
        }
        switch (question) {
            case SingleChoice choice -> options(choice.options());
            case MultipleChoice choice -> options(choice.options());
            case TrueFalse statement -> {
                if (statement.answer() != null) {
                    yaml.field("answer", (Object) statement.answer());
                }
                feedback(statement.feedback());
            }
            case Numeric numeric -> numeric(numeric);
            case ShortText words -> {
                if (words.keyed()) {
                    yaml.begin("accept");
                    words.accept().forEach(yaml::item);
                    yaml.end();
                }
                yaml.field("caseSensitive", (Object) words.caseSensitive());
                feedback(words.feedback());
            }
        }
        text("explanation", question.explanation());
        yaml.end();
    }

    private void numeric(Numeric numeric) {
        if (numeric.answer() != null) {
            yaml.field("answer", (Object) numeric.answer());
        }
        yaml.field("tolerance", (Object) numeric.tolerance());
        text("unit", numeric.unit());
        feedback(numeric.feedback());
    }

    private void options(List<Option> options) {
        yaml.begin("options");
        for (Option option : options) {
            yaml.item().field("key", option.key()).field("text", option.text());
            if (option.correct()) {
                yaml.field("correct", (Object) true);
            }
            text("feedback", option.feedback());
            yaml.end();
        }
        yaml.end();
    }

    private void feedback(Feedback feedback) {
        if (!feedback.equals(Feedback.NONE)) {
            yaml.begin("feedback");
            text("correct", feedback.correct());
            text("incorrect", feedback.incorrect());
            yaml.end();
        }
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            yaml.field(name, value);
        }
    }

    private static Object number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    private static String type(Question question) {
        return switch (question) {
            case SingleChoice _ -> "single";
            case MultipleChoice _ -> "multiple";
            case TrueFalse _ -> "true-false";
            case Numeric _ -> "numeric";
            case ShortText _ -> "short-text";
        };
    }
}
