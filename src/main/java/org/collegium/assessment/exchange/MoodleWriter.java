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
import org.collegium.assessment.PhpFormula;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Quiz;
import org.collegium.source.SourceFile;

/** Writes a quiz in the XML of Moodle's question bank. Texts stay Markdown, which Moodle can show. */
final class MoodleWriter {

    private final XmlWriter xml = new XmlWriter();
    private final Quiz quiz;
    private final DraftPictures pictures;
    private final Writing writing;

    private MoodleWriter(Quiz quiz, DraftPictures pictures) {
        this.quiz = quiz;
        this.pictures = pictures;
        this.writing = new Writing(quiz, pictures);
    }

    static WrittenQuestions write(Quiz quiz, String path, DraftPictures pictures) {
        MoodleWriter writer = new MoodleWriter(quiz, pictures);
        writer.xml.open("quiz");
        writer.writing.each(writer::question);
        writer.xml.close();
        return writer.writing.done(path, writer.xml.text().getBytes(StandardCharsets.UTF_8));
    }

    private boolean question(Question question) {
        switch (question) {
            case SingleChoice choice -> {
                begin("multichoice", choice);
                choice(choice.options(), true, writing.cost(choice));
            }
            case MultipleChoice choice -> {
                begin("multichoice", choice);
                choice(choice.options(), false, 0);
            }
            case TrueFalse statement -> {
                begin("truefalse", statement);
                statement(statement);
            }
            case Numeric numeric -> {
                begin("numerical", numeric);
                numeric(numeric);
            }
            case ShortText words -> {
                begin("shortanswer", words);
                words(words);
            }
            case Matching matching -> {
                begin("matching", matching);
                matching(matching);
            }
            case Ordering ordering -> {
                begin("ordering", ordering);
                ordering(ordering);
            }
            case Cloze cloze -> begin("cloze", cloze, new MoodleGapWriter(writing).text(cloze));
            case CodeQuestion _ -> {
                return writing.unknown("code");
            }
            case FileUpload upload -> {
                begin("essay", upload);
                MoodleTexts.files(xml, writing, upload);
            }
            case Hotspot hotspot -> {
                return hotspot(hotspot);
            }
            case Question.Formula formula -> formula(formula);
            case Question.Essay essay -> {
                begin("essay", essay);
                MoodleTexts.essay(xml, writing, essay);
            }
        }
        MoodleTexts.tags(xml, ItemTraits.words(question.traits()));
        xml.close();
        return true;
    }

    /** Among areas one chooses here, which Moodle has no word for. */
    private boolean hotspot(Hotspot hotspot) {
        if (hotspot.among()) {
            return writing.unknown("hotspot");
        }
        Optional<SourceFile> picture = pictures.find(hotspot.picture().file());
        Optional<PictureSize> size = picture.flatMap(file -> PictureSize.of(file.bytes()));
        if (picture.isEmpty() || size.isEmpty()) {
            writing.pictureMissing(hotspot.picture().file());
            return false;
        }
        begin("ddmarker", hotspot);
        MoodleMarkers.write(xml, writing, hotspot, picture.get(), size.get());
        MoodleTexts.tags(xml, ItemTraits.words(hotspot.traits()));
        xml.close();
        return true;
    }

    private void formula(Question.Formula formula) {
        MoodleFormulaWriter formulas = new MoodleFormulaWriter(xml, writing);
        begin(
                "calculated",
                formula,
                formulas.text(formula, formula.stem()),
                formulas.text(formula, formula.explanation()));
        plainAnswer(
                "100",
                PhpFormula.of(formula.answer()).orElseThrow(),
                formula.feedback().correct());
        formulas.tolerance(formula.tolerance());
        xml.close();
        otherwise(formula.feedback());
        MoodleFormulaWriter.units(xml, formula.units());
        formulas.variables(formula.variables());
    }

    private void begin(String type, Question question) {
        begin(type, question, MoodleMarkdown.of(question.stem()));
    }

    private void begin(String type, Question question, String stem) {
        begin(type, question, stem, MoodleMarkdown.of(question.explanation()));
    }

    private void begin(String type, Question question, String stem, String explanation) {
        writing.traitsBut(question, question instanceof SingleChoice);
        xml.open("question", "type", type);
        xml.open("name").leaf("text", question.key()).close();
        writing.pictures(question.stem());
        xml.open("questiontext", "format", "markdown");
        text(stem);
        xml.close();
        writing.pictures(question.explanation());
        xml.open("generalfeedback", "format", "markdown");
        text(explanation);
        xml.close();
        xml.leaf("defaultgrade", number(question.points()));
        xml.leaf("penalty", "0").leaf("hidden", "0").leaf("idnumber", question.key());
    }

    /** A text, and behind it the pictures that it shows. */
    private void text(String markdown) {
        MoodleFileArea area = new MoodleFileArea(pictures);
        xml.leaf("text", ShownFiles.moved(markdown, area::put));
        area.write(xml);
    }

    private static String number(double value) {
        return Numbers.plainly(BigDecimal.valueOf(value)).toPlainString();
    }

    /** @param cost of a wrong answer where one is chosen */
    private void choice(List<Option> options, boolean single, double cost) {
        xml.leaf("single", Boolean.toString(single)).leaf("shuffleanswers", Boolean.toString(quiz.shuffleOptions()));
        xml.leaf("answernumbering", "abc");
        long right = options.stream().filter(Option::correct).count();
        for (Option option : options) {
            double share = option.correct() ? 1.0 / right : single ? 0 - cost : -1.0 / right;
            answer(MoodleShares.of(share), option.text(), option.feedback());
        }
    }

    private void answer(String fraction, String markdown, String feedback) {
        writing.pictures(markdown);
        xml.open("answer", "fraction", fraction, "format", "markdown");
        text(MoodleMarkdown.of(markdown));
        marked("feedback", feedback);
        xml.close();
    }

    private void plainAnswer(String fraction, String text, String feedback) {
        xml.open("answer", "fraction", fraction, "format", "plain_text").leaf("text", text);
        marked("feedback", feedback);
    }

    private void statement(TrueFalse statement) {
        boolean right = Boolean.TRUE.equals(statement.answer());
        for (boolean truth : List.of(true, false)) {
            plainAnswer(
                    truth == right ? "100" : "0",
                    Boolean.toString(truth),
                    truth == right
                            ? statement.feedback().correct()
                            : statement.feedback().incorrect());
            xml.close();
        }
    }

    private void numeric(Numeric numeric) {
        BigDecimal answer = Objects.requireNonNull(numeric.answer());
        if (numeric.tolerance().percent().signum() > 0) {
            writing.lost("tolerancePercent");
        }
        plainAnswer("100", answer.toPlainString(), numeric.feedback().correct());
        xml.leaf(
                "tolerance", Numbers.plainly(numeric.tolerance().margin(answer)).toPlainString());
        xml.close();
        otherwise(numeric.feedback());
        MoodleFormulaWriter.units(xml, numeric.units());
    }

    private void otherwise(Feedback feedback) {
        if (!feedback.incorrect().isEmpty()) {
            plainAnswer("0", "*", feedback.incorrect());
            xml.close();
        }
    }

    private void words(ShortText words) {
        writing.lostUnless(words.feedback().correct().isEmpty(), "feedback.correct");
        xml.leaf("usecase", words.caseSensitive() ? "1" : "0");
        for (Accepted accepted : words.accept()) {
            Words.moodle(accepted)
                    .ifPresentOrElse(
                            text -> {
                                plainAnswer(MoodleShares.of(accepted.share()), text, accepted.feedback());
                                xml.close();
                            },
                            () -> writing.lost("accept: " + accepted.text()));
        }
        otherwise(words.feedback());
    }

    private void matching(Matching matching) {
        xml.leaf("shuffleanswers", "true");
        combined(matching.feedback());
        matching.options().forEach(option -> {
            boolean used = false;
            for (Prompt prompt : matching.prompts()) {
                if (option.key().equals(prompt.answer())) {
                    used = true;
                    pair(prompt.text(), option.text());
                }
            }
            if (!used) {
                pair("", option.text());
            }
        });
    }

    /** The answers of pairs are plain text in Moodle. */
    private void pair(String asked, String answer) {
        writing.pictures(asked);
        xml.open("subquestion", "format", "markdown");
        text(MoodleMarkdown.of(asked));
        xml.open("answer").leaf("text", PlainMarkdown.of(answer, writing)).close();
        xml.close();
    }

    private void ordering(Ordering ordering) {
        xml.leaf("layouttype", "VERTICAL").leaf("selecttype", "ALL").leaf("selectcount", "0");
        // Moodle has no rank correlation; of its rules, which looks at every other item is the nearest.
        writing.scoredOtherwise();
        xml.leaf("gradingtype", "RELATIVE_ALL_PREVIOUS_AND_NEXT")
                .leaf("showgrading", "1")
                .leaf("numberingstyle", "none");
        combined(ordering.feedback());
        for (int i = 0; i < ordering.options().size(); i++) {
            answer((i + 1) + ".0000000", ordering.options().get(i).text(), "");
        }
    }

    private void combined(Feedback feedback) {
        marked("correctfeedback", feedback.correct());
        marked("partiallycorrectfeedback", "");
        marked("incorrectfeedback", feedback.incorrect());
    }

    private void marked(String name, String markdown) {
        writing.pictures(markdown);
        xml.open(name, "format", "markdown");
        text(MoodleMarkdown.of(markdown));
        xml.close();
    }
}
