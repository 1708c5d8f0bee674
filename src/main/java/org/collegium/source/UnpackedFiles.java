package org.collegium.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * A temporary folder into which an archive is unpacked: its files under numbers, so that no name in the archive ever becomes
 * a name on this machine. Sizes are counted while unpacking, whatever the archive claims.
 */
final class UnpackedFiles {

    private static final int BUFFER = 64 * 1024;

    private final SourceLimits limits;
    private final TreeBuilder tree;
    private final Path folder;
    private long unpacked;
    private int number;

    UnpackedFiles(SourceLimits limits, TreeBuilder tree) {
        this.limits = limits;
        this.tree = tree;
        try {
            this.folder = Files.createTempDirectory("collegium-source-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Unpacks one file.
     *
     * @param packed bytes of the archive that were read so far
     * @return whether there is a point in going on
     */
    boolean take(String path, InputStream in, LongSupplier packed) throws IOException {
        Path target = folder.resolve(Integer.toString(number++));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                unpacked += n;
                if (!tree.fits(path, size) || !modest(path, packed.getAsLong())) {
                    return false;
                }
                out.write(buffer, 0, n);
            }
            tree.file(path, size, () -> Files.newInputStream(target));
            return true;
        }
    }

    private boolean modest(String path, long packed) {
        if (unpacked > limits.ratioFreeBytes() && unpacked / Math.max(1, packed) > limits.ratio()) {
            tree.error(path, "archive-ratio", path, limits.ratio());
            return false;
        }
        return true;
    }

    /** Deletes what was unpacked. */
    void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            folder.toFile().deleteOnExit();
        }
    }
}
