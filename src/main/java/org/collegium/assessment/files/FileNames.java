package org.collegium.assessment.files;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of files as people gave them, without what leads browsers, file systems or readers astray. */
final class FileNames {

    /** The most characters of a name. */
    static final int LONGEST = 120;

    private static final int LONGEST_ENDING = 12;
    private static final String NAMELESS = "file";

    /** Controls, and marks of direction and joining: a name that is read backwards can hide what it ends with. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*%]");

    private FileNames() {}

    /** Never empty, at most {@link #LONGEST} characters; the ending stays. */
    static String harmless(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        name = UNSEEN.matcher(name).replaceAll("");
        name = RESERVED.matcher(name).replaceAll("-").strip();
        while (name.startsWith(".")) {
            name = name.substring(1).strip();
        }
        if (name.isBlank()) {
            return NAMELESS;
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }
}
