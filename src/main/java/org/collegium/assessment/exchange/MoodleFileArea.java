package org.collegium.assessment.exchange;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;

/** The files beside one text of a question, each with a name of its own. */
final class MoodleFileArea {

    private final DraftPictures pictures;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();

    MoodleFileArea(DraftPictures pictures) {
        this.pictures = pictures;
    }

    /** Puts the picture here, if there is one, and says how the text points at it then. */
    ShownFiles.Pointer put(ShownFiles.Pointer pointer) {
        return pointer.in(pictures)
                .map(file -> new ShownFiles.Pointer(TextForm.FILES + named(file), true))
                .orElse(pointer);
    }

    private String named(SourceFile file) {
        String plain = MoodleFiles.fileName(SourcePaths.name(file.path()));
        String name = plain;
        for (int i = 2; files.containsKey(name) && !files.get(name).path().equals(file.path()); i++) {
            name = i + "-" + plain;
        }
        files.put(name, file);
        return name;
    }

    void write(XmlWriter xml) {
        files.forEach((name, file) -> xml.leaf(
                "file",
                Base64.getEncoder().encodeToString(file.bytes()),
                "name",
                name,
                "path",
                "/",
                "encoding",
                "base64"));
    }
}
