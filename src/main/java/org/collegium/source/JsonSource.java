package org.collegium.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that may be hostile into values that know their line and column, as {@link YamlSource} does for YAML. */
public final class JsonSource {

    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 50_000_000;
    private static final int MOST_PLACES = 500_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private JsonSource() {}

    /**
     * Reads one document.
     *
     * @return empty when it cannot be read; what is wrong is reported
     */
    public static Optional<YamlDocument> read(SourceFile file, FaultSink faults) {
        return file.text(faults).flatMap(text -> {
            try {
                return Optional.of(new YamlDocument(file, text, JSON.readTree(text), marks(text)));
            } catch (JacksonException malformed) {
                TokenStreamLocation at = malformed.getLocation();
                int line = at == null ? 1 : Math.max(1, at.getLineNr());
                int column = at == null ? 0 : Math.max(0, at.getColumnNr());
                faults.error(
                        file.place(line, column),
                        "json-syntax",
                        Objects.requireNonNullElse(malformed.getOriginalMessage(), ""));
                return Optional.empty();
            }
        });
    }

    private static Map<String, YamlDocument.Mark> marks(String text) {
        Map<String, YamlDocument.Mark> marks = new HashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            int keyLine = 0;
            int keyColumn = 0;
            for (JsonToken token = parser.nextToken();
                    token != null && marks.size() < MOST_PLACES;
                    token = parser.nextToken()) {
                TokenStreamLocation at = parser.currentTokenLocation();
                if (token == JsonToken.PROPERTY_NAME) {
                    keyLine = at.getLineNr();
                    keyColumn = at.getColumnNr();
                } else if (!token.isStructEnd()) {
                    String pointer = parser.streamReadContext().pathAsPointer().toString();
                    boolean named = keyLine > 0;
                    marks.put(
                            pointer,
                            new YamlDocument.Mark(
                                    at.getLineNr(),
                                    at.getColumnNr(),
                                    named ? keyLine : at.getLineNr(),
                                    named ? keyColumn : at.getColumnNr(),
                                    ScalarStyle.PLAIN));
                    keyLine = 0;
                }
            }
        }
        return marks;
    }
}
