package org.collegium.assessment.exchange;

import org.collegium.content.TexMarks;

/** Markdown as Moodle understands it: its formulas stand between brackets, before which it wants two backslashes. */
final class MoodleMarkdown {

    private MoodleMarkdown() {}

    static String of(String markdown) {
        return TexMarks.fromDollars(
                markdown,
                (tex, display) -> display ? "$$" + tex + "$$" : "\\\\(" + tex + "\\\\)",
                rest -> rest.replace("\\$", "$"));
    }
}
