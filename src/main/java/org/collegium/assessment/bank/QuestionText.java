package org.collegium.assessment.bank;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The YAML of one question or quiz, changed in the places that are meant and nowhere else, so that what its author wrote around them stays
 * as it is. Each change is read again; where the text cannot be changed so, all of it is written anew, as JSON, which is YAML, too.
 */
final class QuestionText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private QuestionText() {}

    static Optional<YamlDocument> read(String text) {
        return YamlSource.read(SourceFile.of(ItemReader.FILE, text), fault -> {});
    }

    /** The text if it says what is expected, else what is expected. */
    static String saying(JsonNode expected, Optional<String> text) {
        return text.filter(tried ->
                        read(tried).filter(yaml -> yaml.root().equals(expected)).isPresent())
                .orElseGet(() -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n");
    }

    /** The question with another key. */
    static String withKey(String question, String key) {
        YamlDocument yaml = read(question).orElseThrow();
        ObjectNode expected = (ObjectNode) yaml.root().deepCopy();
        expected.put("key", key);
        String before = yaml.at("/key").asString("");
        return saying(expected, replaced(question, yaml.place("/key"), before, key));
    }

    /** The question as one that was taken from an item. */
    static String withReference(String question, BankReference from) {
        YamlDocument yaml = read(question).orElseThrow();
        ObjectNode expected = (ObjectNode) yaml.root().deepCopy();
        expected.put(QuizText.BANK, from.toString());
        return saying(expected, inserted(question, yaml.place(""), QuizText.BANK + ": " + from));
    }

    /** The question with a comment behind its key; as it is, where there is no room for one. */
    static String withRemark(String question, String remark) {
        YamlDocument yaml = read(question).orElseThrow();
        List<String> lines = question.lines().collect(Collectors.toList());
        int line = yaml.place("/key").line();
        if (line < 1 || line > lines.size()) {
            return question;
        }
        lines.add(line, "# " + remark);
        String remarked = String.join("\n", lines) + "\n";
        return read(remarked).filter(said -> said.root().equals(yaml.root())).isPresent() ? remarked : question;
    }

    /** The text with a field more at the beginning of the mapping at a place. */
    static Optional<String> inserted(String text, Place at, String field) {
        List<String> lines = text.lines().collect(Collectors.toList());
        if (at.line() < 1 || at.line() > lines.size() || at.column() < 1) {
            return Optional.empty();
        }
        String line = lines.get(at.line() - 1);
        int from = offset(line, at.column());
        boolean flow = line.startsWith("{", from);
        String before = line.substring(0, flow ? from + 1 : from);
        String after = line.substring(flow ? from + 1 : from);
        lines.set(
                at.line() - 1,
                flow
                        ? before + " " + field + "," + after
                        : before + field + "\n" + " ".repeat(at.column() - 1) + after);
        return Optional.of(String.join("\n", lines) + "\n");
    }

    /** The text with another word in the place of one. */
    static Optional<String> replaced(String text, Place at, String before, String after) {
        List<String> lines = text.lines().collect(Collectors.toList());
        if (at.line() < 1 || at.line() > lines.size()) {
            return Optional.empty();
        }
        String line = lines.get(at.line() - 1);
        int from = offset(line, at.column());
        if (!line.startsWith(before, from)) {
            return Optional.empty();
        }
        lines.set(at.line() - 1, line.substring(0, from) + after + line.substring(from + before.length()));
        return Optional.of(String.join("\n", lines) + "\n");
    }

    private static int offset(String line, int column) {
        return line.offsetByCodePoints(0, Math.min(column - 1, line.codePointCount(0, line.length())));
    }
}
