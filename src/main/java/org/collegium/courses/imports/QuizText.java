package org.collegium.courses.imports;

import java.math.BigDecimal;
import java.util.List;
import org.collegium.courses.imports.QuizQuestion.Choice;
import org.collegium.courses.imports.QuizQuestion.Cloze;
import org.collegium.courses.imports.QuizQuestion.Essay;
import org.collegium.courses.imports.QuizQuestion.Feedback;
import org.collegium.courses.imports.QuizQuestion.Formula;
import org.collegium.courses.imports.QuizQuestion.Gap;
import org.collegium.courses.imports.QuizQuestion.Judgement;
import org.collegium.courses.imports.QuizQuestion.Kind;
import org.collegium.courses.imports.QuizQuestion.Matching;
import org.collegium.courses.imports.QuizQuestion.Numeric;
import org.collegium.courses.imports.QuizQuestion.Option;
import org.collegium.courses.imports.QuizQuestion.Ordering;
import org.collegium.courses.imports.QuizQuestion.Prompt;
import org.collegium.courses.imports.QuizQuestion.Variable;
import org.collegium.courses.imports.QuizQuestion.Words;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlWriter;

/** Writes questions that an importer found as a quiz of our own format, version 1. */
public final class QuizText {

    private static final int WORDS = 8;
    private static final int LONGEST_TITLE = 200;

    private final YamlWriter yaml = new YamlWriter();
    private final Keys keys = new Keys();

    private QuizText() {}

    /**
     * How a quiz is taken.
     *
     * @param intro Markdown; may be empty
     * @param attempts 0 for as many as one likes
     * @param minutes for an attempt, 0 for as long as one likes
     */
    public record Settings(String title, String intro, int attempts, int minutes, boolean shuffleOptions) {

        /** A quiz to practise with. */
        public static Settings titled(String title) {
            return new Settings(title, "", 0, 0, false);
        }
    }

    /** The quiz as a file at a path; its places are those of the questions in the source. */
    public static SourceFile file(String path, Place at, Settings settings, List<QuizQuestion> questions) {
        QuizText text = new QuizText();
        text.head(at, settings);
        questions.forEach(text::question);
        return text.yaml.file(path);
    }

    private void head(Place at, Settings settings) {
        yaml.from(at);
        yaml.field("format", "collegium-quiz/1");
        yaml.field("title", Prose.shortened(settings.title(), LONGEST_TITLE));
        text("intro", settings.intro());
        if (settings.attempts() > 0) {
            yaml.field("attempts", (Object) settings.attempts());
        }
        if (settings.minutes() > 0) {
            yaml.field("timeLimit", (Object) settings.minutes());
        }
        if (settings.shuffleOptions()) {
            yaml.field("shuffleOptions", (Object) true);
        }
        yaml.begin("questions");
    }

    private void question(QuizQuestion question) {
        yaml.from(question.at()).item().field("key", keys.unique("q " + firstWords(question.words())));
        yaml.field("type", type(question.kind()));
        text("stem", question.stem());
        if (question.points() != 1) {
            yaml.field("points", (Object) number(question.points()));
        }
        kind(question.kind());
        feedback(question.feedback());
        text("explanation", question.explanation());
        yaml.end();
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case Choice choice -> choice.several() ? "multiple" : "single";
            case Judgement _ -> "true-false";
            case Numeric _ -> "numeric";
            case Words _ -> "short-text";
            case Essay _ -> "essay";
            case Matching _ -> "matching";
            case Ordering _ -> "ordering";
            case Cloze _ -> "cloze";
            case Formula _ -> "formula";
        };
    }

    private void kind(Kind kind) {
        switch (kind) {
            case Choice choice -> choice(choice);
            case Judgement judgement -> judgement.answer().ifPresent(answer -> yaml.field("answer", (Object) answer));
            case Numeric number -> numeric(number);
            case Words words -> words(words);
            case Essay _ -> {}
            case Matching matching -> matching(matching);
            case Ordering ordering -> options(ordering.options());
            case Cloze cloze -> {
                yaml.begin("gaps");
                cloze.gaps().forEach(this::gap);
                yaml.end();
            }
            case Formula formula -> formula(formula);
        }
    }

    private void choice(Choice choice) {
        yaml.begin("options");
        for (int i = 0; i < choice.options().size(); i++) {
            Option option = choice.options().get(i);
            yaml.item().field("key", letter(i)).field("text", option.text());
            if (option.correct()) {
                yaml.field("correct", (Object) true);
            }
            text("feedback", option.feedback());
            yaml.end();
        }
        yaml.end();
    }

    private void numeric(Numeric number) {
        number.answer().ifPresent(answer -> yaml.field("answer", (Object) number(answer)));
        if (number.tolerance() > 0) {
            yaml.field("tolerance", (Object) number(number.tolerance()));
        }
    }

    private void words(Words words) {
        if (!words.accepted().isEmpty()) {
            yaml.begin("accept");
            words.accepted().forEach(yaml::item);
            yaml.end();
        }
        if (words.caseSensitive()) {
            yaml.field("caseSensitive", (Object) true);
        }
    }

    private void matching(Matching matching) {
        yaml.begin("prompts");
        for (int i = 0; i < matching.prompts().size(); i++) {
            Prompt prompt = matching.prompts().get(i);
            yaml.item().field("key", "p" + (i + 1)).field("text", prompt.text());
            prompt.option().ifPresent(option -> yaml.field("answer", letter(option)));
            yaml.end();
        }
        yaml.end();
        options(matching.options());
    }

    private void options(List<String> options) {
        yaml.begin("options");
        for (int i = 0; i < options.size(); i++) {
            yaml.item().field("key", letter(i)).field("text", options.get(i)).end();
        }
        yaml.end();
    }

    private void gap(Gap gap) {
        yaml.item().field("key", gap.key()).field("type", type(gap.kind()));
        if (gap.points() != 1) {
            yaml.field("points", (Object) number(gap.points()));
        }
        kind(gap.kind());
        yaml.end();
    }

    private void formula(Formula formula) {
        yaml.begin("variables");
        for (Variable variable : formula.variables()) {
            yaml.item().field("name", variable.name());
            yaml.field("from", (Object) number(variable.from()));
            yaml.field("to", (Object) number(variable.to()));
            yaml.field("step", (Object) number(variable.step()));
            yaml.end();
        }
        yaml.end();
        yaml.field("answer", formula.answer());
        if (formula.tolerance() > 0) {
            yaml.field("tolerance", (Object) number(formula.tolerance()));
        }
        if (formula.tolerancePercent() > 0) {
            yaml.field("tolerancePercent", (Object) number(formula.tolerancePercent()));
        }
    }

    private void feedback(Feedback feedback) {
        if (!feedback.equals(Feedback.NONE)) {
            yaml.begin("feedback");
            text("correct", feedback.correct());
            text("incorrect", feedback.incorrect());
            yaml.end();
        }
    }

    private void text(String name, String markdown) {
        if (!markdown.isBlank()) {
            yaml.field(name, markdown);
        }
    }

    /** As people write it, without an exponent. */
    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The key of an option; there are no more than 26. */
    private static String letter(int number) {
        return String.valueOf((char) ('a' + number));
    }

    private static String firstWords(String text) {
        return String.join(
                " ", List.of(text.strip().split("\\s+")).stream().limit(WORDS).toList());
    }
}
