package org.collegium.credentials.templates;

import java.util.List;
import org.collegium.credentials.templates.Block.Align;
import org.collegium.credentials.templates.Block.Fact;
import org.collegium.credentials.templates.Block.Look;
import org.collegium.credentials.templates.Block.Tone;
import org.collegium.credentials.templates.Design.Colours;

/** What one may begin with. */
public enum BuiltIn {
    /** Across, centred, with a double frame, for a diploma on a wall. */
    CLASSIC,

    /** Across, with a side in the partner's colour. */
    MODERN,

    /** Upright, with a band on top, for a letter. */
    UPRIGHT;

    /** What a design begins with: the partner's colour, and a language with its words. */
    public record Start(String colour, String language, Words words) {}

    /** The words of a design that is begun. */
    public record Words(
            String title,
            String certifies,
            String completed,
            String skills,
            String issued,
            String name,
            String office) {}

    public Design design(Start start) {
        return switch (this) {
            case CLASSIC -> classic(start);
            case MODERN -> modern(start);
            case UPRIGHT -> upright(start);
        };
    }

    private static Design classic(Start start) {
        Words words = start.words();
        return new Design(
                Design.Paper.LANDSCAPE,
                Design.Frame.DOUBLE,
                Design.Typeface.CLASSIC,
                new Colours("#fdfaf2", "#1f1e1a", start.colour()),
                List.of(start.language()),
                List.of(
                        new Block.Logo("logo", null, Texts.NONE, 20, Align.CENTRE),
                        new Block.Room("above", 2, true),
                        text(start, "title", words.title(), true, look(Align.CENTRE, Tone.ACCENT, 32, false)),
                        new Block.Room("below-title", 3, false),
                        text(start, "certifies", words.certifies(), false, look(Align.CENTRE, Tone.QUIET, 13, false)),
                        new Fact("recipient", Fact.Kind.RECIPIENT, look(Align.CENTRE, Tone.INK, 40, true)),
                        text(start, "completed", words.completed(), false, look(Align.CENTRE, Tone.QUIET, 13, false)),
                        new Fact("course", Fact.Kind.COURSE, look(Align.CENTRE, Tone.ACCENT, 22, true)),
                        new Block.Room("below-course", 1, false),
                        new Fact("result", Fact.Kind.RESULT, look(Align.CENTRE, Tone.QUIET, 11, false)),
                        new Fact("skills", Fact.Kind.SKILLS, look(Align.CENTRE, Tone.QUIET, 11, false)),
                        new Block.Room("middle", 2, true),
                        new Block.Columns(
                                "foot",
                                List.of(
                                        List.of(
                                                new Fact(
                                                        "date", Fact.Kind.DATE, look(Align.START, Tone.INK, 13, false)),
                                                signatures(start)),
                                        List.of(new Block.Check("check", Texts.NONE, Align.END))),
                                Block.Columns.Widths.EQUAL)));
    }

    private static Design modern(Start start) {
        Words words = start.words();
        return new Design(
                Design.Paper.LANDSCAPE,
                Design.Frame.SIDE,
                Design.Typeface.SANS,
                new Colours("#ffffff", "#1f1e1a", start.colour()),
                List.of(start.language()),
                List.of(
                        new Block.Logo("logo", null, Texts.NONE, 16, Align.START),
                        new Block.Room("above", 2, true),
                        text(start, "title", words.title(), true, look(Align.START, Tone.QUIET, 14, false)),
                        new Block.Room("below-title", 4, false),
                        new Fact("recipient", Fact.Kind.RECIPIENT, look(Align.START, Tone.INK, 36, true)),
                        text(start, "completed", words.completed(), false, look(Align.START, Tone.QUIET, 12, false)),
                        new Fact("course", Fact.Kind.COURSE, look(Align.START, Tone.ACCENT, 22, true)),
                        new Block.Room("below-course", 3, false),
                        new Fact("result", Fact.Kind.RESULT, look(Align.START, Tone.INK, 10, false)),
                        text(start, "skills", words.skills(), false, look(Align.START, Tone.QUIET, 10, false)),
                        new Block.Room("middle", 2, true),
                        new Block.Columns(
                                "foot",
                                List.of(
                                        List.of(
                                                new Fact("date", Fact.Kind.DATE, look(Align.START, Tone.INK, 12, true)),
                                                text(
                                                        start,
                                                        "issued",
                                                        words.issued(),
                                                        false,
                                                        look(Align.START, Tone.QUIET, 9, false))),
                                        List.of(signatures(start)),
                                        List.of(new Block.Check("check", Texts.NONE, Align.END))),
                                Block.Columns.Widths.LAST_WIDE)));
    }

    private static Design upright(Start start) {
        Words words = start.words();
        return new Design(
                Design.Paper.PORTRAIT,
                Design.Frame.TOP,
                Design.Typeface.SERIF,
                new Colours("#ffffff", "#1f1e1a", start.colour()),
                List.of(start.language()),
                List.of(
                        new Block.Logo("logo", null, Texts.NONE, 22, Align.START),
                        new Block.Room("above", 6, true),
                        text(start, "title", words.title(), true, look(Align.START, Tone.ACCENT, 28, true)),
                        new Block.Rule("line", Tone.ACCENT),
                        new Block.Room("below-line", 8, false),
                        text(start, "certifies", words.certifies(), false, look(Align.START, Tone.QUIET, 12, false)),
                        new Fact("recipient", Fact.Kind.RECIPIENT, look(Align.START, Tone.INK, 34, true)),
                        new Block.Room("below-name", 3, false),
                        text(start, "completed", words.completed(), false, look(Align.START, Tone.QUIET, 12, false)),
                        new Fact("course", Fact.Kind.COURSE, look(Align.START, Tone.ACCENT, 20, true)),
                        new Block.Room("below-course", 6, false),
                        new Fact("result", Fact.Kind.RESULT, look(Align.START, Tone.INK, 11, false)),
                        text(start, "skills", words.skills(), false, look(Align.START, Tone.QUIET, 11, false)),
                        new Block.Room("middle", 6, true),
                        new Fact("date", Fact.Kind.DATE, look(Align.START, Tone.INK, 12, false)),
                        new Block.Room("below-date", 8, false),
                        signatures(start),
                        new Block.Room("below-signatures", 10, false),
                        new Block.Rule("last-line", Tone.QUIET),
                        new Block.Room("below-last-line", 3, false),
                        new Block.Check("check", Texts.NONE, Align.START)));
    }

    private static Look look(Align align, Tone tone, int points, boolean strong) {
        return new Look(align, tone, points, strong);
    }

    private static Block text(Start start, String id, String text, boolean heading, Look look) {
        return new Block.Words(id, Texts.of(start.language(), text), heading, look);
    }

    private static Block signatures(Start start) {
        return new Block.Signatures(
                "signatures",
                List.of(new Block.Signatory(
                        start.words().name(),
                        Texts.of(start.language(), start.words().office()),
                        null)));
    }
}
