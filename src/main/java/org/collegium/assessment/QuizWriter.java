package org.collegium.assessment;

import java.util.List;
import java.util.Locale;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.Prompt;
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
        RulesWriter rules = new RulesWriter(yaml);
        rules.rules(quiz.rules());
        rules.sections(quiz.sections());
        yaml.begin("questions");
        quiz.questions().forEach(this::question);
        return yaml.text();
    }

    private void traits(Traits traits) {
        list("skills", traits.skills());
        list("tags", traits.tags());
        if (traits.difficulty() != null) {
            yaml.field("difficulty", Words.of(traits.difficulty()));
        }
        if (traits.penalty() != null) {
            yaml.field("penalty", number(traits.penalty()));
        }
        text("bank", traits.bank());
        if (traits.award() != Award.BY_ANSWER) {
            yaml.field("award", Words.of(traits.award()));
        }
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            yaml.field(name, values);
        }
    }

    private void question(Question question) {
        yaml.item().field("key", question.key()).field("type", type(question));
        text("stem", question.stem());
        yaml.field("points", number(question.points()));
        traits(question.traits());
        switch (question) {
            case SingleChoice choice -> options(choice.options());
            case MultipleChoice choice -> options(choice.options());
            case TrueFalse statement -> {
                if (statement.answer() != null) {
                    yaml.field("answer", (Object) statement.answer());
                }
                feedback(statement.feedback());
            }
            case Numeric numeric -> {
                if (numeric.answer() != null) {
                    yaml.field("answer", (Object) numeric.answer());
                }
                number(numeric.tolerance(), numeric.units(), numeric.feedback());
            }
            case ShortText words -> words(words);
            case Matching matching -> matching(matching);
            case Ordering ordering -> {
                offers(ordering.options());
                feedback(ordering.feedback());
            }
            case Cloze cloze -> {
                yaml.begin("gaps");
                cloze.gaps().forEach((Gap gap) -> question(gap));
                yaml.end();
            }
            case Hotspot hotspot -> hotspot(hotspot);
            case Formula formula -> formula(formula);
            case Essay essay -> new RubricWriter(yaml).essay(essay);
            case CodeQuestion code -> CodeQuestionText.write(yaml, code);
            case FileUpload files -> {
                FileLimitsText.write(yaml, files.files());
                new RubricWriter(yaml).rubric(files.rubric());
            }
        }
        text("explanation", question.explanation());
        yaml.end();
    }

    private void number(Tolerance tolerance, Units units, Feedback feedback) {
        yaml.field("tolerance", (Object) tolerance.absolute());
        if (tolerance.percent().signum() > 0) {
            yaml.field("tolerancePercent", (Object) tolerance.percent());
        }
        text("unit", units.base());
        if (!units.others().isEmpty()) {
            yaml.begin("units");
            units.others()
                    .forEach(other -> yaml.item()
                            .field("unit", other.unit())
                            .field("factor", (Object) other.factor())
                            .end());
            yaml.end();
        }
        if (units.required()) {
            yaml.field("unitRequired", (Object) true);
        }
        feedback(feedback);
    }

    private void words(ShortText words) {
        if (!words.accept().isEmpty()) {
            yaml.begin("accept");
            words.accept().forEach(this::accepted);
            yaml.end();
        }
        yaml.field("caseSensitive", (Object) words.caseSensitive());
        feedback(words.feedback());
    }

    private void accepted(Accepted accepted) {
        if (accepted.equals(Accepted.of(accepted.text()))) {
            yaml.item(accepted.text());
            return;
        }
        yaml.item().field("text", accepted.text());
        yaml.field("match", accepted.match().name().toLowerCase(Locale.ROOT));
        yaml.field("share", number(accepted.share()));
        text("feedback", accepted.feedback());
        yaml.end();
    }

    private void matching(Matching matching) {
        yaml.begin("prompts");
        for (Prompt prompt : matching.prompts()) {
            yaml.item().field("key", prompt.key()).field("text", prompt.text());
            if (prompt.answer() != null) {
                yaml.field("answer", prompt.answer());
            }
            yaml.end();
        }
        yaml.end();
        offers(matching.options());
        feedback(matching.feedback());
    }

    private void hotspot(Hotspot hotspot) {
        yaml.field("image", hotspot.picture().file());
        yaml.field("description", hotspot.picture().description());
        yaml.field("choose", hotspot.among() ? "area" : "point");
        yaml.field("marks", (Object) hotspot.marks());
        yaml.begin("areas");
        for (Area area : hotspot.areas()) {
            yaml.item().field("key", area.key()).field("shape", Words.of(area.shape()));
            yaml.field("at", (Object) area.at().stream().map(QuizWriter::number).toList());
            text("label", area.label());
            if (area.correct()) {
                yaml.field("correct", (Object) true);
            }
            text("feedback", area.feedback());
            yaml.end();
        }
        yaml.end();
        feedback(hotspot.feedback());
    }

    private void formula(Formula formula) {
        yaml.begin("variables");
        for (Variable variable : formula.variables()) {
            yaml.item().field("name", variable.name());
            if (variable.values().isEmpty()) {
                yaml.field("from", (Object) variable.from());
                yaml.field("to", (Object) variable.to());
                yaml.field("step", (Object) variable.step());
            } else {
                yaml.field("values", (Object) variable.values());
            }
            yaml.end();
        }
        yaml.end();
        text("answer", formula.answer());
        number(formula.tolerance(), formula.units(), formula.feedback());
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

    private void offers(List<Offer> options) {
        yaml.begin("options");
        options.forEach(option -> yaml.item()
                .field("key", option.key())
                .field("text", option.text())
                .end());
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

    static Object number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    /** The word of the format for the kind of a question. */
    public static String type(Question question) {
        return switch (question) {
            case SingleChoice _ -> "single";
            case MultipleChoice _ -> "multiple";
            case TrueFalse _ -> "true-false";
            case Numeric _ -> "numeric";
            case ShortText _ -> "short-text";
            case Matching _ -> "matching";
            case Ordering _ -> "ordering";
            case Cloze _ -> "cloze";
            case Formula _ -> "formula";
            case Hotspot _ -> "hotspot";
            case Essay _ -> "essay";
            case FileUpload _ -> "file-upload";
            case CodeQuestion _ -> "code";
        };
    }
}
