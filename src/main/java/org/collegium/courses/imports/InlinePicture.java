package org.collegium.courses.imports;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.source.SourceFile;

/** A picture that stands in the HTML itself, as editors of other platforms leave what was pasted into them. */
final class InlinePicture {

    /** In characters; some 20 MB. */
    private static final int LONGEST = 27_000_000;

    private static final Pattern START = Pattern.compile(
            "data:image/(png|jpeg|jpg|gif|webp|svg\\+xml)(?:;[\\w=-]++)*?;base64,", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> ENDINGS = Map.of("jpeg", "jpg", "svg+xml", "svg");

    private InlinePicture() {}

    /** As a file of the course, called by what is in it; empty for what is none or is broken. */
    static Optional<SourceFile> of(String source) {
        Matcher start = START.matcher(source);
        if (source.length() > LONGEST || !start.lookingAt()) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(source.substring(start.end()));
            String kind = start.group(1).toLowerCase(Locale.ROOT);
            SourceFile file = SourceFile.of("pictures/picture", content);
            return content.length == 0
                    ? Optional.empty()
                    : Optional.of(file.at(
                            "pictures/" + file.sha256().substring(0, 16) + "." + ENDINGS.getOrDefault(kind, kind)));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
