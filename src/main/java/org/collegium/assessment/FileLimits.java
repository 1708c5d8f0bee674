package org.collegium.assessment;

import java.io.Serializable;
import java.util.List;

/**
 * What may be handed in as files.
 *
 * @param most how many, from 1 on
 * @param megabytes of each at most
 * @param kinds that are taken, in the order in which they are told; none for every kind
 */
public record FileLimits(int most, double megabytes, List<FileKind> kinds) implements Serializable {

    /** The most that a file may have, whatever its question says. */
    public static final int LARGEST_MEGABYTES = 50;

    /** The most files of one answer. */
    public static final int MOST = 10;

    private static final long MEGABYTE = 1024 * 1024;

    public static final FileLimits USUAL = new FileLimits(1, 10, List.of());

    public FileLimits {
        kinds = List.copyOf(kinds);
    }

    /** The most bytes of a file. */
    public long bytes() {
        return (long) (megabytes * MEGABYTE);
    }

    /** Whether a file that was found to be of this kind is taken; a notebook is a text, too. */
    public boolean take(FileKind kind) {
        return kinds.isEmpty()
                || kinds.contains(FileKind.ANY)
                || kinds.contains(kind)
                || (kind == FileKind.NOTEBOOK && kinds.contains(FileKind.TEXT));
    }
}
