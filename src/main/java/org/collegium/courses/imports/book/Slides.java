package org.collegium.courses.imports.book;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/** Slides that a page shows in a frame: the frame cannot be shown, but the text of the slides can be had. */
final class Slides {

    private static final Pattern FRAME = Pattern.compile(
            "<iframe\\b[^>]{0,500}?\\bsrc=[\"'][^\"'>]{0,500}[?&]file=([^\"'>&]{1,240})[\"'][^>]{0,500}>\\s{0,50}</iframe>",
            Pattern.CASE_INSENSITIVE);

    private Slides() {}

    /** Writes a link to the text of the slides in the place of each frame; the number of lines stays the same. */
    static String inline(SourceFile page, String text, SourceTree tree, FaultSink faults) {
        Matcher frame = FRAME.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (frame.find()) {
            Optional<String> target = target(page, frame.group(1), tree);
            if (target.isPresent()) {
                String lines = "\n".repeat((int)
                        frame.group().chars().filter(c -> c == '\n').count());
                String link = "[" + SourcePaths.name(target.get()) + "](" + target.get() + ")";
                frame.appendReplacement(changed, Matcher.quoteReplacement(link + lines));
                Place at = page.place(
                        1 + (int) text.substring(0, frame.start()).lines().count(), 1);
                faults.warning(at, "slides-linked", frame.group(1));
            }
        }
        return frame.appendTail(changed).toString();
    }

    /** The path of the slides from the folder of the page. */
    private static Optional<String> target(SourceFile page, String file, SourceTree tree) {
        String folder = SourcePaths.folder(page.path());
        Optional<String> real =
                SourcePaths.resolve(folder, file).flatMap(tree::file).map(SourceFile::path);
        if (real.isPresent()) {
            return Optional.of(file);
        }
        return SourcePaths.resolve(SourcePaths.folder(folder), file)
                .flatMap(tree::file)
                .map(found -> "../" + file);
    }
}
