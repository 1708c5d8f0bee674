package org.collegium.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** Reckons with paths inside a source: relative to its root, with {@code /}. */
public final class SourcePaths {

    private SourcePaths() {}

    /** The folder of a path; empty for the root. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The last part of a path without its extension. */
    public static String stem(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** The extension in lower case, without the dot; empty where there is none. */
    public static String extension(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** A reference without its query and its fragment. */
    public static String withoutQuery(String reference) {
        int end = 0;
        while (end < reference.length() && reference.charAt(end) != '?' && reference.charAt(end) != '#') {
            end++;
        }
        return reference.substring(0, end);
    }

    /** A path below a folder. */
    public static String join(String folder, String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    /**
     * What a relative path means inside a folder.
     *
     * @return empty when it leaves the root
     */
    public static Optional<String> resolve(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : join(folder, relative).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** The path of a file as another one points at it: from the folder of that one. */
    public static String relative(String from, String to) {
        String folder = folder(from);
        return folder.isEmpty() ? to : "../".repeat(folder.split("/", -1).length) + to;
    }
}
