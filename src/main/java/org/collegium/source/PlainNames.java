package org.collegium.source;

import java.text.Normalizer;
import java.util.Locale;

/** Names of files that are the same on every system and in every address. */
public final class PlainNames {

    private static final int LONGEST = 80;
    private static final int LONGEST_EXTENSION = 10;

    private PlainNames() {}

    /** The name of a file as somebody calls it, in small letters, digits and hyphens; folders in it are left out. */
    public static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String extension = SourcePaths.extension(last).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]++", "");
        String stem = Normalizer.normalize(SourcePaths.stem(last), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}++", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]++", "-")
                .replaceAll("^-++|-++$", "");
        String cut = stem.substring(0, Math.min(stem.length(), LONGEST));
        return (cut.isEmpty() ? "file" : cut)
                + "."
                + extension.substring(0, Math.min(extension.length(), LONGEST_EXTENSION));
    }
}
