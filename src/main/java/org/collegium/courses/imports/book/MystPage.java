package org.collegium.courses.imports.book;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.Prose;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/** Changes, line by line, what a page of a book says in words that lessons of our own format do not know. */
final class MystPage {

    private static final Pattern CODE_CELL =
            Pattern.compile("(?m)^([ \\t]*(?:`{3,}|:{3,}))\\{code-cell}[ \\t]*(\\S*).*$");

    private static final Pattern REDIRECT = Pattern.compile(
            "\\s*+<meta http-equiv=[\"']refresh[\"'] content=[\"'][0-9]{1,3}+; ?+url=([^\"'<>:?#]{1,240})\\.html[\"'] ?+/?+>",
            Pattern.CASE_INSENSITIVE);

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
        String adapted = redirect(file, Slides.inline(file, changed.toString(), tree, faults), tree, faults);
        return adapted.equals(text)
                ? file
                : SourceFile.of(file.path(), adapted).madeFrom(place -> file.place(place.line(), place.column()));
    }

    /** A page that sends browsers on to another page of the book gets a link to that at its end. */
    private static String redirect(SourceFile file, String text, SourceTree tree, FaultSink faults) {
        Matcher redirect = REDIRECT.matcher(text);
        if (!redirect.lookingAt()) {
            return text;
        }
        String target = redirect.group(1) + ".md";
        Optional<SourceFile> page =
                SourcePaths.resolve(SourcePaths.folder(file.path()), target).flatMap(tree::file);
        if (page.isEmpty()) {
            return text;
        }
        String words = page.get().text(new FaultList()).flatMap(Prose::title).orElse(target);
        faults.note(file.place(), "page-redirect", target);
        return text.substring(0, redirect.start())
                + text.substring(redirect.end()).stripTrailing()
                + "\n\n["
                + MarkdownText.tidied(MarkdownText.of(words))
                + "]("
                + MarkdownText.address(target)
                + ")\n";
    }
}
