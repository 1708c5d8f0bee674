package org.collegium.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        QuestionReader reader = new QuestionReader(yaml, faults);
        List<Question> questions = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        JsonNode list = root.path("questions");
        for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
            String pointer = "/questions/" + i;
            String key = text(list.path(i), "key");
            if (!key.isEmpty() && !keys.add(key)) {
                faults.error(yaml.place(pointer + "/key"), "question-twice", key);
            }
            reader.question(list.path(i), pointer).ifPresent(question -> {
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
                new RulesReader(yaml, faults).rules(),
                new SectionReader(yaml, faults, questions).sections(),
                questions);
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue().stripTrailing() : "";
    }
}
