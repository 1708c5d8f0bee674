package org.collegium.assessment.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import tools.jackson.databind.JsonNode;

/** A text with its values; lines are counted from 0. */
record YamlLines(YamlDocument yaml, List<String> lines) {

    static final String FILE = "quiz.yaml";

    static Optional<YamlLines> of(String text) {
        return YamlSource.read(SourceFile.of(FILE, text), fault -> {})
                .map(yaml -> new YamlLines(yaml, text.lines().toList()));
    }

    JsonNode at(String pointer) {
        return yaml.at(pointer);
    }

    int keyLine(String pointer) {
        return yaml.keyPlace(pointer).line() - 1;
    }

    int keyIndent(String pointer) {
        return yaml.keyPlace(pointer).column() - 1;
    }

    int line(String pointer) {
        return yaml.place(pointer).line() - 1;
    }

    /** The line behind the last one of what begins in a line and is indented further. */
    int end(int begin, int indent, boolean list) {
        int end = begin + 1;
        for (int at = begin + 1; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.isBlank()) {
                continue;
            }
            boolean dash = list && blanks(line) == indent && line.strip().startsWith("-");
            if (blanks(line) > indent || dash) {
                end = at + 1;
            } else if (!line.strip().startsWith("#")) {
                break;
            }
        }
        return end;
    }

    int fieldEnd(String pointer) {
        return end(keyLine(pointer), keyIndent(pointer), at(pointer).isArray());
    }

    int itemEnd(String pointer) {
        return end(line(pointer), blanks(lines.get(line(pointer))), false);
    }

    /** Lines without what stands before a column in the first of them. */
    List<String> cut(int begin, int end, int indent) {
        List<String> cut = new ArrayList<>();
        for (int at = begin; at < end; at++) {
            String line = lines.get(at);
            cut.add(line.substring(Math.min(indent, at == begin ? line.length() : blanks(line))));
        }
        return cut;
    }

    static int blanks(String line) {
        return line.length() - line.stripLeading().length();
    }
}
