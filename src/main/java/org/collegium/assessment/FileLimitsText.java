package org.collegium.assessment;

import java.util.List;
import java.util.Locale;
import org.collegium.source.YamlWriter;
import tools.jackson.databind.JsonNode;

/** What a question says of the files that it asks for. */
final class FileLimitsText {

    private FileLimitsText() {}

    static FileLimits read(JsonNode question) {
        JsonNode files = question.path("files");
        return new FileLimits(
                files.path("max").asInt(FileLimits.USUAL.most()),
                files.path("megabytes").asDouble(FileLimits.USUAL.megabytes()),
                kinds(files.path("types")));
    }

    private static List<FileKind> kinds(JsonNode list) {
        return QuestionReader.texts(list).stream()
                .flatMap(word -> Words.find(FileKind.class, word).stream())
                .toList();
    }

    static void write(YamlWriter yaml, FileLimits limits) {
        yaml.begin("files");
        yaml.field("max", (Object) limits.most());
        yaml.field("megabytes", QuizWriter.number(limits.megabytes()));
        if (!limits.kinds().isEmpty()) {
            yaml.field(
                    "types",
                    limits.kinds().stream()
                            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
        yaml.end();
    }
}
