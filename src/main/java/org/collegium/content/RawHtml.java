package org.collegium.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Raw HTML of a text, taken apart into tags and what lies between, each with its offset. */
final class RawHtml {

    /** A piece of raw HTML. */
    sealed interface Piece {

        int offset();

        /** Characters as written, entities included. */
        record Characters(int offset, String literal) implements Piece {}

        /** A comment, declaration or processing instruction. */
        record Remark(int offset, String literal) implements Piece {}

        record Opening(int offset, String literal, String name, Map<String, String> attributes) implements Piece {

            String value(String attribute) {
                return attributes.getOrDefault(attribute, "").strip();
            }
        }

        record Closing(int offset, String literal, String name) implements Piece {}
    }

    private final String source;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private RawHtml(String source) {
        this.source = source;
    }

    static List<Piece> pieces(String source) {
        RawHtml html = new RawHtml(source);
        html.read();
        return html.pieces;
    }

    private void read() {
        int text = 0;
        while (at < source.length()) {
            int open = source.indexOf('<', at);
            if (open < 0) {
                break;
            }
            at = open;
            Piece piece = piece();
            if (piece == null) {
                at = open + 1;
                continue;
            }
            characters(text, open);
            pieces.add(piece);
            text = at;
        }
        characters(text, source.length());
    }

    private void characters(int from, int to) {
        if (to > from) {
            pieces.add(new Piece.Characters(from, source.substring(from, to)));
        }
    }

    private @Nullable Piece piece() {
        int start = at;
        if (start + 1 >= source.length()) {
            return null;
        }
        char next = source.charAt(start + 1);
        if (next == '!' || next == '?') {
            boolean comment = source.startsWith("<!--", start);
            int end = source.indexOf(comment ? "-->" : ">", start + (comment ? 4 : 2));
            at = end < 0 ? source.length() : end + (comment ? 3 : 1);
            return new Piece.Remark(start, source.substring(start, at));
        }
        boolean closing = next == '/';
        int nameStart = start + (closing ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < source.length() && nameCharacter(source.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == nameStart || !Character.isLetter(source.charAt(nameStart))) {
            return null;
        }
        String name = source.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        at = nameEnd;
        Map<String, String> attributes = attributes();
        String literal = source.substring(start, at);
        return closing ? new Piece.Closing(start, literal, name) : new Piece.Opening(start, literal, name, attributes);
    }

    private static boolean nameCharacter(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == ':';
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (at < source.length() && source.charAt(at) != '>') {
            char c = source.charAt(at);
            if (Character.isWhitespace(c) || c == '/' || c == '=') {
                at++;
                continue;
            }
            int start = at;
            while (at < source.length() && " \t\r\n\f/>=".indexOf(source.charAt(at)) < 0) {
                at++;
            }
            String name = source.substring(start, at).toLowerCase(Locale.ROOT);
            attributes.putIfAbsent(name, Parser.unescapeEntities(value(), true));
        }
        at = Math.min(at + 1, source.length());
        return attributes;
    }

    private String value() {
        int after = spaces(at);
        if (after >= source.length() || source.charAt(after) != '=') {
            return "";
        }
        at = spaces(after + 1);
        if (at >= source.length()) {
            return "";
        }
        char quote = source.charAt(at);
        int start = at;
        if (quote == '"' || quote == '\'') {
            int end = source.indexOf(quote, start + 1);
            end = end < 0 ? source.length() : end;
            at = Math.min(end + 1, source.length());
            return source.substring(start + 1, end);
        }
        while (at < source.length() && !Character.isWhitespace(source.charAt(at)) && source.charAt(at) != '>') {
            at++;
        }
        return source.substring(start, at);
    }

    private int spaces(int from) {
        int end = from;
        while (end < source.length() && Character.isWhitespace(source.charAt(end))) {
            end++;
        }
        return end;
    }
}
