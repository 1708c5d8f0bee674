package org.collegium.source;

/**
 * How much a source may hold.
 *
 * @param totalBytes of all files together, unpacked
 * @param fileBytes of one file, unpacked
 * @param files how many
 * @param ratio unpacked bytes for one packed byte, asked only beyond {@code ratioFreeBytes}
 * @param ratioFreeBytes unpacked bytes below which the ratio does not matter
 * @param pathLength characters of a path
 * @param depth folders above a file
 */
public record SourceLimits(
        long totalBytes, long fileBytes, int files, int ratio, long ratioFreeBytes, int pathLength, int depth) {

    private static final long MEGABYTE = 1024L * 1024;

    public SourceLimits {
        if (totalBytes < 1
                || fileBytes < 1
                || files < 1
                || ratio < 1
                || ratioFreeBytes < 0
                || pathLength < 1
                || depth < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** 1 GB in all, 200 MB a file, 20,000 files, 100 to 1 beyond 10 MB, paths of 240 characters in 16 folders. */
    public static SourceLimits standard() {
        return new SourceLimits(1024 * MEGABYTE, 200 * MEGABYTE, 20_000, 100, 10 * MEGABYTE, 240, 16);
    }
}
