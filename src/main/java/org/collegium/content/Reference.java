package org.collegium.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Something that a text points at.
 *
 * @param destination as written, entities and backslashes resolved
 * @param line from 1, of the file; in a notebook of the cell, but of the file in a percent script
 * @param column from 1
 * @param kind what is done with the destination
 * @param cell the cell of a notebook, from 1; 0 in a text
 */
public record Reference(String destination, int line, int column, Kind kind, int cell) {

    /** What a reference does with its destination. */
    public enum Kind {
        LINK,
        IMAGE,
        DOWNLOAD,
        DOC,
        REF
    }

    public Reference(String destination, int line, int column, Kind kind) {
        this(destination, line, column, kind, 0);
    }

    /** The destination without query and fragment, percent signs decoded; empty for a link within the page. */
    public String path() {
        int end = destination.length();
        for (char mark : new char[] {'#', '?'}) {
            int at = destination.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String path = destination.substring(0, end);
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    /** What follows the hash, or empty. */
    public String fragment() {
        int hash = destination.indexOf('#');
        return hash < 0 ? "" : destination.substring(hash + 1);
    }

    /** Whether the destination names its own host or scheme and so lies outside the course. */
    public boolean external() {
        return destination.startsWith("//") || destination.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
    }
}
