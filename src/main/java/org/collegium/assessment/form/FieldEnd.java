package org.collegium.assessment.form;

import java.util.Optional;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;

/** Where in a text one goes on with what a field says. */
public final class FieldEnd {

    private static final String FILE = "question.yaml";

    private FieldEnd() {}

    /**
     * @param pointer of the field in the text, as a JSON Pointer
     * @return a place of which column 0 is the end of the line; empty where the text cannot be read
     */
    public static Optional<Place> of(String text, String pointer) {
        return YamlSource.read(SourceFile.of(FILE, text), fault -> {}).map(yaml -> of(yaml, text, pointer));
    }

    private static Place of(YamlDocument yaml, String text, String pointer) {
        Place begin = yaml.place(pointer);
        if (yaml.at(pointer).asString("").contains("\n")) {
            return new Place(FILE, begin.line() + 1, 0);
        }
        boolean among =
                text.lines().skip(begin.line() - 1L).findFirst().orElse("").contains("{");
        return new Place(FILE, begin.line(), among ? begin.column() : 0);
    }
}
