package org.collegium.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names of files are refused, because a system somewhere gives them another meaning. */
final class EntryNames {

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    /** Also what turns the direction of a name around, so that it reads as another one, and ends of lines. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[<>:\"|?*\\p{Cntrl}\\u0080-\\u009F\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
    private static final Set<String> IGNORED = Set.of(
            ".git",
            ".hg",
            ".svn",
            "__macosx",
            ".ds_store",
            "thumbs.db",
            "desktop.ini",
            "__pycache__",
            ".ipynb_checkpoints");

    private final SourceLimits limits;

    EntryNames(SourceLimits limits) {
        this.limits = limits;
    }

    /** The path as this tree keeps it: composed characters, no trailing slash. */
    static String normal(String path) {
        String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
        return composed.endsWith("/") ? composed.substring(0, composed.length() - 1) : composed;
    }

    /** Two paths with the same fold are one file where case does not count. */
    static String fold(String path) {
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether the file belongs to a tool and not to the source, as {@code .git} does. */
    static boolean ignored(String path) {
        for (String part : path.split("/")) {
            if (IGNORED.contains(part.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** The code of the fault in this path, if it has one. */
    Optional<String> fault(String path) {
        if (path.isEmpty()) {
            return Optional.of("name-empty");
        }
        if (path.indexOf('\0') >= 0) {
            return Optional.of("name-nul");
        }
        if (path.indexOf('\uFFFD') >= 0) {
            return Optional.of("name-not-utf8");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("name-backslash");
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            return Optional.of("name-absolute");
        }
        if (path.length() > limits.pathLength()) {
            return Optional.of("name-long");
        }
        String[] parts = path.split("/", -1);
        if (parts.length - 1 > limits.depth()) {
            return Optional.of("name-deep");
        }
        for (String part : parts) {
            Optional<String> fault = partFault(part);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> partFault(String part) {
        if (part.equals("..")) {
            return Optional.of("name-escapes");
        }
        if (part.isEmpty() || part.equals(".")) {
            return Optional.of("name-empty");
        }
        if (FORBIDDEN.matcher(part).find()) {
            return Optional.of("name-characters");
        }
        if (part.endsWith(".")
                || part.endsWith(" ")
                || RESERVED.matcher(part.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of("name-reserved");
        }
        return Optional.empty();
    }
}
