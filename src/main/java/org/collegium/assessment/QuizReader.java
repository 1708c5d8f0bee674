package org.collegium.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSchema;
import org.collegium.source.YamlSource;
import tools.jackson.databind.JsonNode;

/** Reads a quiz in the format of our own, version 1, and reports every fault in it at its line and column. */
public final class QuizReader {

    private static final YamlSchema SCHEMA = YamlSchema.named("collegium-quiz-1");

    private final YamlDocument yaml;
    private final FaultSink faults;

    private QuizReader(YamlDocument yaml, FaultSink faults) {
        this.yaml = yaml;
        this.faults = faults;
    }

    /** A quiz, and the YAML it was read from for those who look for places in it. */
    record Read(Quiz quiz, YamlDocument yaml) {}

    /** The quiz; empty when there is an error in it. Questions without a key are reported but are no error. */
    public static Optional<Quiz> read(SourceFile file, FaultSink faults) {
        return readWithPlaces(file, faults).map(Read::quiz);
    }

    static Optional<Read> readWithPlaces(SourceFile file, FaultSink faults) {
        FaultList found = new FaultList();
        Optional<Read> read = YamlSource.read(file, found).map(yaml -> {
            SCHEMA.check(yaml, found);
            return new Read(new QuizReader(yaml, found).quiz(), yaml);
        });
        found.faults().forEach(faults::report);
        return found.hasErrors() ? Optional.empty() : read;
    }

    private Quiz quiz() {
        JsonNode root = yaml.root();
        List<Question> questions = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        JsonNode list = root.path("questions");
        for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
            String pointer = "/questions/" + i;
            String key = text(list.path(i), "key");
            if (!key.isEmpty() && !keys.add(key)) {
                faults.error(yaml.place(pointer + "/key"), "question-twice", key);
            }
            question(list.path(i), pointer).ifPresent(question -> {
                if (!question.keyed()) {
                    faults.blocking(yaml.place(pointer), "question-unkeyed", question.key());
                }
                questions.add(question);
            });
        }
        return new Quiz(
                text(root, "title"),
                text(root, "intro"),
                root.path("passMark").asDouble(Quiz.USUAL_PASS_MARK),
                root.path("attempts").asInt(0),
                root.path("shuffleOptions").asBoolean(false),
                questions);
    }

    private Optional<Question> question(JsonNode node, String pointer) {
        String key = text(node, "key");
        String stem = text(node, "stem");
        double points = node.path("points").asDouble(1);
        List<String> skills = texts(node.path("skills"));
        String explanation = text(node, "explanation");
        return switch (text(node, "type")) {
            case "single" ->
                Optional.of(new SingleChoice(key, stem, points, skills, explanation, options(node, pointer, true)));
            case "multiple" ->
                Optional.of(new MultipleChoice(key, stem, points, skills, explanation, options(node, pointer, false)));
            case "true-false" -> {
                Boolean answer =
                        node.path("answer").isBoolean() ? node.path("answer").booleanValue() : null;
                yield Optional.of(new TrueFalse(key, stem, points, skills, explanation, answer, feedback(node)));
            }
            case "numeric" -> {
                BigDecimal answer =
                        node.path("answer").isNumber() ? node.path("answer").decimalValue() : null;
                yield Optional.of(new Numeric(
                        key,
                        stem,
                        points,
                        skills,
                        explanation,
                        answer,
                        node.path("tolerance").asDecimal(BigDecimal.ZERO),
                        text(node, "unit"),
                        feedback(node)));
            }
            case "short-text" ->
                Optional.of(new ShortText(
                        key,
                        stem,
                        points,
                        skills,
                        explanation,
                        accept(node, pointer),
                        node.path("caseSensitive").asBoolean(false),
                        feedback(node)));
            default -> Optional.empty();
        };
    }

    private List<Option> options(JsonNode question, String pointer, boolean single) {
        List<Option> options = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Set<String> shown = new HashSet<>();
        int correct = 0;
        JsonNode list = question.path("options");
        for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
            JsonNode node = list.path(i);
            String at = pointer + "/options/" + i;
            Option option = new Option(
                    text(node, "key"),
                    text(node, "text"),
                    node.path("correct").asBoolean(false),
                    text(node, "feedback"));
            if (!option.key().isEmpty() && !keys.add(option.key())) {
                faults.error(yaml.place(at + "/key"), "option-twice", option.key());
            }
            if (!option.text().isEmpty() && !shown.add(option.text())) {
                faults.warning(yaml.place(at + "/text"), "option-same-text", option.text());
            }
            if (option.correct() && ++correct == 2 && single) {
                faults.error(yaml.place(at + "/correct"), "single-with-two-answers", text(question, "key"));
            }
            options.add(option);
        }
        return options;
    }

    private List<String> accept(JsonNode question, String pointer) {
        List<String> accept = texts(question.path("accept"));
        for (int i = 0; i < accept.size(); i++) {
            if (accept.get(i).isBlank()) {
                faults.error(yaml.place(pointer + "/accept/" + i), "accept-blank");
            }
        }
        return accept.stream().map(String::strip).toList();
    }

    private static Feedback feedback(JsonNode question) {
        JsonNode node = question.path("feedback");
        return new Feedback(text(node, "correct"), text(node, "incorrect"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue().stripTrailing() : "";
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
