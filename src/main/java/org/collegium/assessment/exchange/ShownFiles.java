package org.collegium.assessment.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;

/** The files of a course that Markdown shows or leads to. */
final class ShownFiles {

    /** What is shown as a picture, by the ends of names. */
    static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif");

    private ShownFiles() {}

    /** A place in a text that points at a file. */
    record Pointer(String path, boolean picture) {

        /** The picture that can come along with the text; empty for what stays behind. */
        Optional<SourceFile> in(DraftPictures pictures) {
            return picture && PICTURES.contains(SourcePaths.extension(path)) ? pictures.find(path) : Optional.empty();
        }
    }

    /** The text with what {@code other} makes of each of its pointers. */
    static String moved(String markdown, UnaryOperator<Pointer> other) {
        StringBuilder moved = new StringBuilder(markdown.length());
        int written = 0;
        for (int at = markdown.indexOf("]("); at >= 0; at = markdown.indexOf("](", at + 2)) {
            int from = at + 2;
            int to = from;
            while (to < markdown.length() && " )\n".indexOf(markdown.charAt(to)) < 0) {
                to++;
            }
            String path = markdown.substring(from, to);
            if (to < markdown.length() && !path.isEmpty() && !path.startsWith("#") && path.indexOf(':') < 0) {
                int begin = markdown.lastIndexOf('[', at);
                boolean picture = begin > 0 && markdown.charAt(begin - 1) == '!';
                moved.append(markdown, written, from)
                        .append(other.apply(new Pointer(path, picture)).path());
                written = to;
            }
        }
        return moved.append(markdown, written, markdown.length()).toString();
    }
}
