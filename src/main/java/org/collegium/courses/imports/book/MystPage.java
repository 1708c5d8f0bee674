package org.collegium.courses.imports.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;

/** Changes, line by line, what a page of a book says in words that lessons of our own format do not know. */
final class MystPage {

    private static final Pattern CODE_CELL =
            Pattern.compile("(?m)^([ \\t]*(?:`{3,}|:{3,}))\\{code-cell}[ \\t]*(\\S*).*$");

    private MystPage() {}

    /** The page itself where nothing had to be changed. */
    static SourceFile adapt(SourceFile file, String text, SourceTree tree, FaultSink faults) {
        Matcher cell = CODE_CELL.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (cell.find()) {
            String language = cell.group(2).matches("(?i)ipython3?|python3?|") ? "python" : cell.group(2);
            cell.appendReplacement(changed, Matcher.quoteReplacement(cell.group(1) + "{code-block} " + language));
        }
        cell.appendTail(changed);
        String adapted = Slides.inline(file, changed.toString(), tree, faults);
        return adapted.equals(text)
                ? file
                : SourceFile.of(file.path(), adapted).madeFrom(place -> file.place(place.line(), place.column()));
    }
}
