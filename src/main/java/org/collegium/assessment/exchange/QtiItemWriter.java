package org.collegium.assessment.exchange;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.FileLimits;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;

/** Writes one question as an item: what it declares, its text, how it is scored, what is said afterwards. */
final class QtiItemWriter {

    private static final String RESPONSE = "RESPONSE";

    private final QtiXml xml;
    private final Writing writing;
    private final boolean shuffle;
    private final DraftPictures pictures;
    private final QtiRules rules;
    private final QtiParts parts;

    QtiItemWriter(QtiVersion version, Writing writing, boolean shuffle, DraftPictures pictures) {
        this.xml = new QtiXml(version);
        this.writing = writing;
        this.shuffle = shuffle;
        this.pictures = pictures;
        this.rules = new QtiRules(xml);
        this.parts = new QtiParts(xml, writing);
    }

    /** The item, or nothing where QTI has no word for such a question. */
    Optional<String> item(Question question) {
        if (question instanceof Question.Formula) {
            writing.unknown("formula");
            return Optional.empty();
        }
        if (question instanceof CodeQuestion) {
            writing.unknown("code");
            return Optional.empty();
        }
        if (question instanceof Hotspot hotspot && sized(hotspot).isEmpty()) {
            writing.pictureMissing(hotspot.picture().file());
            return Optional.empty();
        }
        writing.traitsBut(question, false);
        writing.pictures(question.stem());
        QtiVersion version = xml.version();
        xml.open(
                "assessmentItem",
                "xmlns",
                version.namespace(),
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                version.schemaLocation(),
                "identifier",
                QtiXml.identifier(question.key()),
                "title",
                question.key(),
                "adaptive",
                "false",
                "timeDependent",
                "false");
        switch (question) {
            case SingleChoice choice -> choice(choice, choice.options(), true);
            case MultipleChoice choice -> choice(choice, choice.options(), false);
            case TrueFalse statement -> statement(statement);
            case Numeric numeric -> numeric(numeric);
            case ShortText words -> words(words);
            case Matching matching -> matching(matching);
            case Ordering ordering -> ordering(ordering);
            case Cloze cloze -> new QtiClozeWriter(xml, parts, rules).write(cloze);
            case Question.Essay essay -> essay(essay);
            case FileUpload upload -> upload(upload);
            case Hotspot hotspot ->
                sized(hotspot).ifPresent(size -> new QtiPlacesWriter(xml, parts, writing).write(hotspot, size));
            case CodeQuestion _, Question.Formula _ -> {}
        }
        xml.close();
        return Optional.of(xml.text());
    }

    private Optional<PictureSize> sized(Hotspot hotspot) {
        return pictures.find(hotspot.picture().file()).flatMap(file -> PictureSize.of(file.bytes()));
    }

    private void choice(Question question, List<Option> options, boolean single) {
        long right = options.stream().filter(Option::correct).count();
        Map<String, Double> mapping = new LinkedHashMap<>();
        for (Option option : options) {
            if (option.correct() || !single) {
                mapping.put(QtiParts.id(option.key()), (option.correct() ? 1 : -1) * question.points() / right);
            }
        }
        List<String> correct = options.stream()
                .filter(Option::correct)
                .map(option -> QtiParts.id(option.key()))
                .toList();
        String cardinality = single ? "single" : "multiple";
        parts.response(RESPONSE, cardinality, "identifier", correct, mapping, true, question.points());
        boolean said = options.stream().anyMatch(option -> !option.feedback().isEmpty());
        parts.outcomes(question, said ? cardinality : "");
        parts.body(question.stem());
        xml.open(
                "choiceInteraction",
                "responseIdentifier",
                RESPONSE,
                "shuffle",
                Boolean.toString(shuffle),
                "maxChoices",
                single ? "1" : "0");
        options.forEach(option -> simpleChoice(option.key(), option.text()));
        xml.close().close();
        scored(said);
        for (Option option : options) {
            parts.modal("FEEDBACK", QtiParts.id(option.key()), option.feedback());
        }
        parts.explanation(question);
    }

    /** A person scores it, so there is no response processing. */
    private void essay(Question.Essay essay) {
        writing.lostUnless(!essay.words().any(), "words");
        writing.lostUnless(essay.rubric().none(), "rubric");
        xml.empty("responseDeclaration", "identifier", RESPONSE, "cardinality", "single", "baseType", "string");
        parts.outcomes(essay, "");
        parts.body(essay.stem());
        xml.empty("extendedTextInteraction", "responseIdentifier", RESPONSE, "expectedLines", "15");
        xml.close();
        parts.explanation(essay);
    }

    /** QTI asks for one file, and does not say how large it may be. */
    private void upload(FileUpload upload) {
        writing.lostUnless(upload.files().equals(FileLimits.USUAL), "files");
        writing.lostUnless(upload.rubric().none(), "rubric");
        xml.empty("responseDeclaration", "identifier", RESPONSE, "cardinality", "single", "baseType", "file");
        parts.outcomes(upload, "");
        parts.body(upload.stem());
        xml.empty("uploadInteraction", "responseIdentifier", RESPONSE);
        xml.close();
        parts.explanation(upload);
    }

    private void statement(TrueFalse statement) {
        String right = Boolean.toString(Boolean.TRUE.equals(statement.answer()));
        parts.response(
                RESPONSE,
                "single",
                "identifier",
                List.of(right),
                Map.of(right, statement.points()),
                true,
                statement.points());
        parts.outcomes(statement, QtiParts.cardinality(statement.feedback()));
        parts.body(statement.stem());
        xml.open("choiceInteraction", "responseIdentifier", RESPONSE, "shuffle", "false", "maxChoices", "1");
        simpleChoice("true", "True");
        simpleChoice("false", "False");
        xml.close().close();
        judged(statement, statement.feedback());
    }

    private void simpleChoice(String key, String markdown) {
        writing.pictures(markdown);
        xml.made("simpleChoice", MarkdownXhtml.inline(markdown), "identifier", QtiParts.id(key));
    }

    private void numeric(Numeric numeric) {
        parts.numberResponse(RESPONSE, numeric);
        parts.outcomes(numeric, QtiParts.cardinality(numeric.feedback()));
        parts.body(numeric.stem());
        xml.made(entry(RESPONSE)).close();
        xml.open("responseProcessing");
        rules.near(RESPONSE, numeric, QtiParts.number(numeric.points()), numeric.feedback());
        xml.close();
        parts.feedback(numeric.feedback());
        parts.explanation(numeric);
    }

    private String entry(String response) {
        QtiVersion version = xml.version();
        return "<p><" + version.element("textEntryInteraction") + " " + version.attribute("responseIdentifier") + "=\""
                + response + "\"/></p>";
    }

    private void words(ShortText words) {
        parts.wordResponse(RESPONSE, words, words.points());
        parts.outcomes(words, QtiParts.cardinality(words.feedback()));
        parts.body(words.stem());
        xml.made(entry(RESPONSE)).close();
        judged(words, words.feedback());
    }

    private void matching(Matching matching) {
        List<String> pairs = matching.prompts().stream()
                .map(prompt -> QtiParts.id(prompt.key()) + " " + QtiParts.id(Objects.requireNonNull(prompt.answer())))
                .toList();
        Map<String, Double> mapping = new LinkedHashMap<>();
        pairs.forEach(pair -> mapping.put(pair, matching.points() / pairs.size()));
        parts.response(RESPONSE, "multiple", "directedPair", pairs, mapping, true, matching.points());
        parts.outcomes(matching, QtiParts.cardinality(matching.feedback()));
        parts.body(matching.stem());
        String all = Integer.toString(matching.prompts().size());
        xml.open("matchInteraction", "responseIdentifier", RESPONSE, "shuffle", "true", "maxAssociations", all);
        xml.open("simpleMatchSet");
        matching.prompts().forEach(prompt -> associable(prompt.key(), prompt.text(), "1"));
        xml.close().open("simpleMatchSet");
        matching.options().forEach(option -> associable(option.key(), option.text(), all));
        xml.close().close().close();
        judged(matching, matching.feedback());
    }

    private void associable(String key, String markdown, String most) {
        writing.pictures(markdown);
        xml.made(
                "simpleAssociableChoice",
                MarkdownXhtml.inline(markdown),
                "identifier",
                QtiParts.id(key),
                "matchMax",
                most);
    }

    /** Learners must meet another order than the right one, so the choices are shuffled, and written in the order of their keys. */
    private void ordering(Ordering ordering) {
        writing.scoredOtherwise();
        List<String> right = ordering.options().stream()
                .map(option -> QtiParts.id(option.key()))
                .toList();
        parts.response(RESPONSE, "ordered", "identifier", right, Map.of(), true, 0);
        parts.outcomes(ordering, QtiParts.cardinality(ordering.feedback()));
        parts.body(ordering.stem());
        xml.open("orderInteraction", "responseIdentifier", RESPONSE, "shuffle", "true");
        ordering.options().stream()
                .sorted(Comparator.comparing(Question.Offer::key))
                .forEach(option -> simpleChoice(option.key(), option.text()));
        xml.close().close();
        xml.open("responseProcessing");
        rules.exact(RESPONSE, QtiParts.number(ordering.points()));
        rules.judged(RESPONSE, ordering.feedback());
        xml.close();
        parts.feedback(ordering.feedback());
        parts.explanation(ordering);
    }

    /** By the template where nothing is said to those who chose something. */
    private void scored(boolean chosen) {
        if (!chosen) {
            xml.empty("responseProcessing", "template", xml.version().template("map_response"));
            return;
        }
        xml.open("responseProcessing");
        rules.addMapped(RESPONSE);
        rules.chosen(RESPONSE);
        xml.close();
    }

    private void judged(Question question, Feedback feedback) {
        if (feedback.equals(Feedback.NONE)) {
            scored(false);
        } else {
            xml.open("responseProcessing");
            rules.addMapped(RESPONSE);
            rules.judged(RESPONSE, feedback);
            xml.close();
        }
        parts.feedback(feedback);
        parts.explanation(question);
    }
}
