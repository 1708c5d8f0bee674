package org.collegium.assessment.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.collegium.source.SourceFile;
import org.collegium.source.XmlNode.Element;

/** The files that Moodle puts beside a text, in base 64. */
final class MoodleFiles implements ItemTexts.Files {

    private static final String PREFIX = "@@PLUGINFILE@@/";
    private static final String FOLDER = "assets/";

    private final Element text;
    private final Reading.Item item;
    private final Map<String, Element> byName = new HashMap<>();

    MoodleFiles(Element text, Reading.Item item) {
        this.text = text;
        this.item = item;
    }

    @Override
    public Optional<SourceFile> find(String source) {
        if (!source.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String name = decoded(source.substring(PREFIX.length()));
        if (byName.isEmpty()) {
            text.children("file").forEach(file -> byName.putIfAbsent(path(file), file));
        }
        return Optional.ofNullable(byName.get(name))
                .flatMap(MoodleFiles::content)
                .map(content -> SourceFile.of(
                        FOLDER + item.key() + "-" + fileName(name.substring(name.lastIndexOf('/') + 1)), content));
    }

    /** The path of a file as texts have it, without the stroke before it. */
    private static String path(Element file) {
        String folder = file.attribute("path");
        return (folder.startsWith("/") ? folder.substring(1) : folder) + file.attribute("name");
    }

    static String decoded(String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        try {
            return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return plain;
        }
    }

    private static Optional<byte[]> content(Element file) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(file.text()));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** A name that every system takes. */
    static String fileName(String name) {
        int dot = name.lastIndexOf('.');
        String stem = ItemKeys.of(dot < 0 ? name : name.substring(0, dot));
        String extension = dot < 0 ? "" : ItemKeys.of(name.substring(dot + 1));
        return (stem.isEmpty() ? "file" : stem) + (extension.isEmpty() ? "" : "." + extension);
    }
}
