package org.collegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * A temporary folder into which an archive is unpacked: its files under numbers, so that no name in the archive ever becomes
 * a name on this machine. Sizes are counted while unpacking, whatever the archive claims.
 */
final class UnpackedFiles {

    private static final String FOLDER = "collegium-source-";
    private static final int BUFFER = 64 * 1024;
    private static final long TOLD_AGAIN = 8 * 1024 * 1024;

    private final SourceLimits limits;
    private final TreeBuilder tree;
    private final Unpacking watch;
    private final Path folder;
    private long unpacked;
    private int number;

    UnpackedFiles(SourceLimits limits, TreeBuilder tree, Unpacking watch) {
        this.limits = limits;
        this.tree = tree;
        this.watch = watch;
        try {
            this.folder = Files.createTempDirectory(FOLDER);
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
        try (OutputStream out = new Kept(target)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            long told = 0;
            wanted(path);
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                unpacked += n;
                if (!tree.fits(path, size) || !modest(path, packed.getAsLong())) {
                    return false;
                }
                out.write(buffer, 0, n);
                if (size - told > TOLD_AGAIN) {
                    told = size;
                    wanted(path);
                }
            }
            tree.file(path, size, () -> Files.newInputStream(target));
            return true;
        }
    }

    private void wanted(String path) {
        if (!watch.goOn(path, number - 1)) {
            throw UnpackingEnded.asked();
        }
    }

    /** What cannot be written is no fault of the archive. */
    private static final class Kept extends OutputStream {

        private final OutputStream out;

        Kept(Path target) {
            try {
                out = Files.newOutputStream(target);
            } catch (IOException full) {
                throw UnpackingEnded.noRoom(full);
            }
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            try {
                out.write(bytes, from, count);
            } catch (IOException full) {
                throw UnpackingEnded.noRoom(full);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private boolean modest(String path, long packed) {
        if (unpacked > limits.ratioFreeBytes() && unpacked / Math.max(1, packed) > limits.ratio()) {
            tree.error(path, "archive-ratio", path, limits.ratio());
            return false;
        }
        return true;
    }

    /** Removes what killed processes had unpacked, where the last file of it is older than a time. */
    static void clearLeftovers(Instant before) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, FOLDER + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
                    delete(folder);
                }
            }
        }
    }

    /** Deletes what was unpacked. */
    void delete() {
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            folder.toFile().deleteOnExit();
        }
    }
}
