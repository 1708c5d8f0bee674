package org.collegium.source;

/** Sizes as people read them. */
final class Sizes {

    private static final long KILOBYTE = 1024;

    private Sizes() {}

    static String readable(long bytes) {
        if (bytes >= KILOBYTE * KILOBYTE * KILOBYTE) {
            return bytes / (KILOBYTE * KILOBYTE * KILOBYTE) + " GB";
        }
        if (bytes >= KILOBYTE * KILOBYTE) {
            return bytes / (KILOBYTE * KILOBYTE) + " MB";
        }
        return bytes >= KILOBYTE ? bytes / KILOBYTE + " kB" : bytes + " bytes";
    }
}
