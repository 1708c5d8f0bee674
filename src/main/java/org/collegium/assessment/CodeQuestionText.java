package org.collegium.assessment;

import static org.collegium.assessment.QuizReader.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collegium.assessment.QuestionReader.Common;
import org.collegium.source.FaultSink;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlWriter;
import tools.jackson.databind.JsonNode;

/** What a question that is answered by code says in the format. */
final class CodeQuestionText {

    private CodeQuestionText() {}

    static CodeQuestion read(JsonNode node, String pointer, Common all, YamlDocument yaml, FaultSink faults) {
        List<CodeTest> tests = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < node.path("tests").size(); i++) {
            JsonNode test = node.path("tests").path(i);
            String key = text(test, "key");
            if (!key.isEmpty() && !keys.add(key)) {
                faults.error(yaml.place(pointer + "/tests/" + i + "/key"), "code-test-twice", key);
            }
            tests.add(new CodeTest(
                    key,
                    text(test, "text"),
                    code(test, "code"),
                    test.path("points").asDouble(1),
                    test.path("hidden").asBoolean(false),
                    text(test, "message")));
        }
        JsonNode limits = node.path("limits");
        int cell = limits.path("cellSeconds").asInt(CodeLimits.USUAL.cellSeconds());
        int total = limits.path("totalSeconds").asInt(Math.max(CodeLimits.USUAL.totalSeconds(), cell));
        if (cell > total) {
            faults.error(yaml.place(pointer + "/limits"), "lab-limits", cell, total);
        }
        return new CodeQuestion(
                all.key(),
                all.stem(),
                all.points(),
                all.traits(),
                all.explanation(),
                code(node, "starter"),
                code(node, "solution"),
                tests,
                new CodeLimits(cell, total, limits.path("memoryMegabytes").asInt(CodeLimits.USUAL.memoryMegabytes())),
                QuestionReader.texts(node.path("packages")));
    }

    /** Code keeps what it begins with. */
    private static String code(JsonNode node, String name) {
        return node.path(name).asString("").stripTrailing();
    }

    static void write(YamlWriter yaml, CodeQuestion question) {
        if (!question.starter().isEmpty()) {
            yaml.field("starter", question.starter());
        }
        if (!question.solution().isEmpty()) {
            yaml.field("solution", question.solution());
        }
        if (!question.tests().isEmpty()) {
            yaml.begin("tests");
            question.tests().forEach(test -> write(yaml, test));
            yaml.end();
        }
        if (!question.limits().equals(CodeLimits.USUAL)) {
            yaml.begin("limits");
            yaml.field("cellSeconds", (Object) question.limits().cellSeconds());
            yaml.field("totalSeconds", (Object) question.limits().totalSeconds());
            yaml.field("memoryMegabytes", (Object) question.limits().memoryMegabytes());
            yaml.end();
        }
        if (!question.packages().isEmpty()) {
            yaml.field("packages", question.packages());
        }
    }

    private static void write(YamlWriter yaml, CodeTest test) {
        yaml.item().field("key", test.key());
        if (!test.text().isEmpty()) {
            yaml.field("text", test.text());
        }
        yaml.field("code", test.code());
        yaml.field("points", QuizWriter.number(test.points()));
        if (test.hidden()) {
            yaml.field("hidden", (Object) true);
        }
        if (!test.message().isEmpty()) {
            yaml.field("message", test.message());
        }
        yaml.end();
    }
}
