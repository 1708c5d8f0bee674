package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.source.SourceFile;

/**
 * Reads GIFT, as Moodle documents it: questions with a blank line between them, comments, categories. Each question stands
 * alone, so one that cannot be read does not stop the others.
 */
final class GiftReader {

    /** In characters; a question this long is none. */
    private static final int LONGEST = 100_000;

    private final SourceFile file;
    private final Reading reading;
    private final List<String> waiting = new ArrayList<>();
    private int first;
    private String category = "";
    private String id = "";
    private List<String> tags = new ArrayList<>();

    private GiftReader(SourceFile file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    static void read(SourceFile file, String text, Reading reading) {
        GiftReader reader = new GiftReader(file, reading);
        int number = 0;
        boolean room = true;
        for (String line : (Iterable<String>) text.replace('\uFEFF', ' ').lines()::iterator) {
            number++;
            room = room && reader.line(line, number);
        }
        if (room) {
            reader.end();
        }
    }

    /** Takes a line; false when there is no room for more. */
    private boolean line(String line, int number) {
        String words = line.strip();
        if (words.startsWith("//")) {
            comment(words.substring(2));
            if (!waiting.isEmpty()) {
                waiting.add("");
            }
            return true;
        }
        if (words.startsWith("$CATEGORY:")) {
            boolean room = end();
            category = words.substring("$CATEGORY:".length()).strip();
            return room;
        }
        if (words.isEmpty()) {
            return end();
        }
        if (waiting.isEmpty()) {
            first = number;
        }
        waiting.add(line);
        return true;
    }

    /** Moodle keeps an id and tags of the next question in a comment. */
    private void comment(String words) {
        int at = 0;
        for (int begin = words.indexOf('['); begin >= 0; begin = words.indexOf('[', at)) {
            int end = words.indexOf(']', begin);
            if (end < 0) {
                return;
            }
            String inside = words.substring(begin + 1, end).strip();
            if (inside.startsWith("id:")) {
                id = inside.substring("id:".length()).strip();
            } else if (inside.startsWith("tag:")) {
                tags.add(inside.substring("tag:".length()).strip());
            }
            at = end;
        }
    }

    private boolean end() {
        if (waiting.isEmpty()) {
            return true;
        }
        if (!reading.hasRoom(file.place(first, 1))) {
            return false;
        }
        GiftText text = new GiftText(file, first, String.join("\n", waiting));
        waiting.clear();
        GiftText.Part rest = text.all();
        String name = "";
        if (rest.startsWith("::")) {
            int end = rest.after(2).find("::");
            if (end >= 0) {
                name = rest.after(2).before(end).text();
                rest = rest.after(end + 4).stripped();
            }
        }
        Reading.Item item = reading.item(name, id, text.place(0)).in(category);
        tags.forEach(item::tag);
        id = "";
        tags = new ArrayList<>();
        try {
            if (text.length() > LONGEST) {
                throw new LeftOut(text.place(0), "exchange-long", LONGEST);
            }
            question(item, rest);
        } catch (LeftOut why) {
            item.leftOut(why);
        }
        return true;
    }

    private static void question(Reading.Item item, GiftText.Part all) throws LeftOut {
        TextForm form = TextForm.MOODLE;
        GiftText.Part rest = all;
        Optional<TextForm> said = form(rest);
        if (said.isPresent()) {
            form = said.get();
            rest = afterForm(rest);
        }
        int open = rest.find("{");
        int close = rest.find("}");
        if (open < 0) {
            if (close >= 0) {
                throw new LeftOut(rest.after(close).place(), "exchange-gift", "}");
            }
            item.ofUnknownKind("description");
            return;
        }
        if (close < open) {
            throw new LeftOut(rest.after(open).place(), "exchange-gift", "{");
        }
        GiftText.Part tail = rest.after(close + 1);
        if (tail.find("{") >= 0) {
            throw new LeftOut(tail.after(tail.find("{")).place(), "exchange-gift", "{");
        }
        String before = rest.before(open).text();
        String after = tail.text();
        String stem = after.isEmpty()
                ? before
                : before + (form == TextForm.MARKDOWN ? " \\_\\_\\_\\_\\_ " : " _____ ") + after;
        new GiftAnswers(item, form, stem)
                .read(rest.before(close).after(open + 1).stripped());
    }

    /** The form that a text says it is in. */
    static Optional<TextForm> form(GiftText.Part part) {
        int end = part.find("]");
        return part.startsWith("[") && end > 0 && end < 15
                ? TextForm.named(part.before(end).after(1).literal().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    static GiftText.Part afterForm(GiftText.Part part) {
        return part.after(part.find("]") + 1).stripped();
    }
}
