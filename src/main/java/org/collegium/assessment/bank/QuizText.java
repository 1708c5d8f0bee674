package org.collegium.assessment.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.shared.RuleViolation;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of a quiz, from which questions are taken and to which they are added. */
final class QuizText {

    /** The field of a question that says which item it was taken from. */
    static final String BANK = "bank";

    private static final String QUESTIONS = "questions";
    private static final int LONGEST_KEY = 64;

    private final String text;
    private final YamlDocument yaml;

    private QuizText(String text, YamlDocument yaml) {
        this.text = text;
        this.yaml = yaml;
    }

    /** A quiz to which questions are added. */
    static QuizText empty(String title) {
        String begun = new YamlWriter()
                        .field("format", "collegium-quiz/1")
                        .field("title", title)
                        .text()
                + QUESTIONS + ": []\n";
        return new QuizText(begun, QuestionText.read(begun).orElseThrow());
    }

    /** The quiz with a question more at its end, also when it has none yet. */
    QuizText plus(String question) {
        String next = size() == 0 ? withFirst(question) : with(question);
        return new QuizText(next, QuestionText.read(next).orElseThrow());
    }

    private String withFirst(String question) {
        ObjectNode expected = (ObjectNode) yaml.root().deepCopy();
        ((ArrayNode) expected.path(QUESTIONS))
                .add(QuestionText.read(question).orElseThrow().root());
        String first = question.lines()
                .dropWhile(QuizText::passing)
                .map(line -> line.isBlank() ? "" : "    " + line)
                .collect(Collectors.joining("\n"));
        return QuestionText.saying(
                expected,
                Optional.of(text.replace(QUESTIONS + ": []\n", QUESTIONS + ":\n  - " + first.strip() + "\n")));
    }

    String text() {
        return text;
    }

    /** @throws RuleViolation when it cannot be read */
    static QuizText of(SourceFile file) {
        return file.text(fault -> {})
                .flatMap(text -> QuestionText.read(text)
                        .filter(yaml -> yaml.at("/" + QUESTIONS).isArray())
                        .map(yaml -> new QuizText(text, yaml)))
                .orElseThrow(() -> new RuleViolation("assessment.bank.quiz-unreadable", file.path()));
    }

    int size() {
        return yaml.at("/" + QUESTIONS).size();
    }

    JsonNode question(int index) {
        return yaml.at(pointer(index));
    }

    String key(int index) {
        return question(index).path("key").asString("");
    }

    /** Which item a question was taken from. */
    Optional<BankReference> reference(int index) {
        return BankReference.of(question(index).path(BANK).asString(""));
    }

    /** A question by itself, without what says where it was taken from. */
    String questionText(int index) {
        ObjectNode expected = (ObjectNode) question(index).deepCopy();
        expected.remove(BANK);
        return QuestionText.saying(expected, cutOut(index));
    }

    private Optional<String> cutOut(int index) {
        Place at = yaml.place(pointer(index));
        List<String> lines = text.lines().toList();
        int last = index + 1 < size() ? yaml.place(pointer(index + 1)).line() - 1 : endOfQuestions(lines);
        if (at.line() < 1 || last < at.line() || last > lines.size()) {
            return Optional.empty();
        }
        int indent = at.column() - 1;
        List<String> own = new ArrayList<>();
        own.add(lines.get(at.line() - 1).substring(indent));
        lines.subList(at.line(), last).forEach(line -> own.add(line.substring(Math.min(indent, blanks(line)))));
        own.removeIf(line -> line.startsWith(BANK + ":"));
        while (own.size() > 1 && (own.getLast().isBlank() || own.getLast().startsWith("#"))) {
            own.removeLast();
        }
        return Optional.of(String.join("\n", own) + "\n");
    }

    /** The quiz with the items that its questions were taken from, by the index of the question. */
    String withReferences(Map<Integer, BankReference> references) {
        ObjectNode expected = (ObjectNode) yaml.root().deepCopy();
        Optional<String> changed = Optional.of(text);
        for (int i = size() - 1; i >= 0; i--) {
            BankReference reference = references.get(i);
            if (reference != null) {
                ((ObjectNode) expected.path(QUESTIONS).path(i)).put(BANK, reference.toString());
                changed = changed.flatMap(noted(i, reference));
            }
        }
        return QuestionText.saying(expected, changed);
    }

    private Function<String, Optional<String>> noted(int index, BankReference reference) {
        String before = question(index).path(BANK).asString("");
        Place at = yaml.place(pointer(index) + (before.isEmpty() ? "" : "/" + BANK));
        return quiz -> before.isEmpty()
                ? QuestionText.inserted(quiz, at, BANK + ": " + reference)
                : QuestionText.replaced(quiz, at, before, reference.toString());
    }

    /** The quiz with a question more at its end, which has a key that no other has. */
    String with(String question) {
        ObjectNode expected = (ObjectNode) yaml.root().deepCopy();
        ((ArrayNode) expected.path(QUESTIONS))
                .add(QuestionText.read(question).orElseThrow().root());
        return QuestionText.saying(expected, appended(question));
    }

    private Optional<String> appended(String question) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (size() == 0) {
            return Optional.empty();
        }
        Place first = yaml.place(pointer(0));
        int indent = first.column() - 1;
        String before = lines.get(first.line() - 1).substring(0, indent);
        int dash = blanks(before);
        if (!before.strip().equals("-")) {
            return Optional.empty();
        }
        List<String> item = question.lines()
                .dropWhile(QuizText::passing)
                .map(line -> line.isBlank() ? "" : " ".repeat(indent) + line)
                .collect(Collectors.toList());
        item.set(0, " ".repeat(dash) + "-" + item.getFirst().substring(dash + 1));
        int end = endOfQuestions(lines);
        while (end > first.line() && passing(lines.get(end - 1))) {
            end--;
        }
        lines.addAll(end, item);
        return Optional.of(String.join("\n", lines) + "\n");
    }

    /** A line that says nothing, at the end of the list or before a question. */
    private static boolean passing(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    /** The number of the last line before the next field of the quiz. */
    private int endOfQuestions(List<String> lines) {
        int begin = yaml.keyPlace("/" + QUESTIONS).line();
        return yaml.root().propertyNames().stream()
                        .mapToInt(name ->
                                yaml.keyPlace(YamlDocument.step("", name)).line())
                        .filter(line -> line > begin)
                        .min()
                        .orElse(lines.size() + 1)
                - 1;
    }

    /** A key that no question has: the wanted one, or the same with a number behind it. */
    String freeKey(String wanted) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < size(); i++) {
            taken.add(key(i));
        }
        return freeKey(wanted, taken);
    }

    static String freeKey(String wanted, Set<String> taken) {
        String key = wanted;
        for (int number = 2; taken.contains(key); number++) {
            String end = "-" + number;
            key = wanted.substring(0, Math.min(wanted.length(), LONGEST_KEY - end.length())) + end;
        }
        return key;
    }

    private static int blanks(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String pointer(int index) {
        return "/" + QUESTIONS + "/" + index;
    }
}
