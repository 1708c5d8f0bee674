package org.collegium.courses.imports.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;

/**
 * Slides in Markdown, as Marp, reveal.js and HackMD know them. The rules between slides, what is said of their look, and notes
 * for the speaker are no part of the lesson that they become; every line stays where it is.
 */
final class MarkdownSlides {

    private static final Pattern MARKED = Pattern.compile("\\A\\uFEFF?---[ \\t]*+\\R(?:(?!---).*+\\R){0,200}?"
            + "(?:marp:[ \\t]*+true|type:[ \\t]*+slide|revealOptions:.*+)[ \\t]*+\\R");
    private static final Pattern RULE = Pattern.compile(" {0,3}(?:-{2,}+|_{3,}+|\\*{3,}+)\\s*+");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```|~~~).*+", Pattern.DOTALL);
    private static final Pattern LOOK =
            Pattern.compile("\\s*+(?:(?:[$_]?+[A-Za-z.]{1,40}+:[^\\n]*+|\\.element[^\\n]*+|\\.slide[^\\n]*+)\\s*+)*+");
    private static final Pattern NOTE = Pattern.compile("(?i)notes?:.*+", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]\\n]{1,300}+)\\]\\(");
    private static final Pattern SAID = Pattern.compile("bg|fit|auto|cover|contain|left|right|vertical|\\d{1,5}+%"
            + "|(?:w|h|width|height|left|right|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity"
            + "|saturate|sepia):\\S++|blur|grayscale|invert|sepia");

    private final SourceFile file;
    private final FaultSink faults;
    private final String[] lines;
    private final List<String> read = new ArrayList<>();
    private final StringBuilder remark = new StringBuilder();
    private int slide = 1;
    private boolean remarked;
    private boolean coded;
    private boolean noted;

    private MarkdownSlides(String text, SourceFile file, FaultSink faults) {
        this.lines = text.split("\n", -1);
        this.file = file;
        this.faults = faults;
    }

    static boolean are(String text) {
        return MARKED.matcher(text).lookingAt();
    }

    /** The text of a lesson with as many lines. */
    static String lesson(String text, SourceFile file, FaultSink faults) {
        MarkdownSlides slides = new MarkdownSlides(text, file, faults);
        slides.read();
        faults.note(file.place(), "slides-markdown", slides.slide);
        return String.join("\n", slides.read);
    }

    private void read() {
        int first = 1;
        while (first < lines.length && !lines[first].strip().equals("---")) {
            first++;
        }
        for (int i = 0; i < lines.length; i++) {
            read.add(i <= first ? lines[i] : line(i));
        }
    }

    private String line(int at) {
        String line = lines[at];
        if (!remarked && FENCE.matcher(line).matches()) {
            coded = !coded;
        }
        if (coded) {
            return line;
        }
        if (!remarked && RULE.matcher(line).matches() && lines[at - 1].isBlank()) {
            slide++;
            noted = false;
            return isHeadingNext(at) ? "" : "---";
        }
        if (NOTE.matcher(line).matches() && !noted && !remarked && lines[at - 1].isBlank()) {
            noted = true;
            speaks(at);
        }
        return noted ? "" : pictures(withoutRemarks(line, at));
    }

    private boolean isHeadingNext(int at) {
        for (int i = at + 1; i < lines.length; i++) {
            if (!lines[i].isBlank() && !isRemark(lines[i].strip())) {
                return lines[i].startsWith("#");
            }
        }
        return true;
    }

    private static boolean isRemark(String line) {
        return line.startsWith("<!--") && line.indexOf("-->") == line.length() - 3;
    }

    /** A remark that does not only say how the slide looks is a note. */
    private String withoutRemarks(String line, int at) {
        StringBuilder left = new StringBuilder();
        String rest = line;
        while (!rest.isEmpty()) {
            int end = rest.indexOf(remarked ? "-->" : "<!--");
            (remarked ? remark : left).append(end < 0 ? rest : rest.substring(0, end));
            if (end < 0) {
                break;
            }
            rest = rest.substring(end + (remarked ? 3 : 4));
            remarked = !remarked;
            if (!remarked && !LOOK.matcher(remark).matches()) {
                speaks(at);
            }
            remark.setLength(remarked ? 0 : remark.length());
        }
        if (remarked) {
            remark.append('\n');
        }
        return left.toString();
    }

    private void speaks(int at) {
        faults.note(file.place(at + 1, 0), "slides-notes", slide);
    }

    /** What stands for a picture, without what says where and how large it is. */
    private static String pictures(String line) {
        return PICTURE.matcher(line).replaceAll(found -> {
            String words = Stream.of(found.group(1).split(" "))
                    .filter(word -> !SAID.matcher(word).matches())
                    .collect(Collectors.joining(" "));
            return Matcher.quoteReplacement("![" + words + "](");
        });
    }
}
