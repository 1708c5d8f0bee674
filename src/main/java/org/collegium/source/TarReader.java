package org.collegium.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads a tar archive packed by gzip as a tree, with the same limits as a zip. */
final class TarReader {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final SourceLimits limits;
    private final TreeBuilder tree;
    private final UnpackedFiles files;

    private TarReader(SourceLimits limits, TreeBuilder tree, UnpackedFiles files) {
        this.limits = limits;
        this.tree = tree;
        this.files = files;
    }

    /** Whether the file begins as gzip does. */
    static boolean isGzip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        } catch (IOException _) {
            return false;
        }
    }

    static Optional<SourceTree> read(Path archive, SourceLimits limits, FaultSink faults, Unpacking watch) {
        TreeBuilder tree = new TreeBuilder(limits, faults);
        UnpackedFiles files = new UnpackedFiles(limits, tree, watch);
        new TarReader(limits, tree, files).unpack(archive);
        return tree.build(true, files::delete);
    }

    private void unpack(Path archive) {
        boolean any = false;
        TarStream bytes = null;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                GzipCompressorInputStream unzipped = GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get();
                TarStream counted = new TarStream(unzipped, limits);
                TarArchiveInputStream tar = new TarArchiveInputStream(counted)) {
            bytes = counted;
            counted.next(0);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                any = true;
                if (!entry(tar, entry, counted, unzipped)) {
                    return;
                }
                counted.next(entry.getSize());
            }
            if (!any) {
                tree.error("", "archive-gzip");
            }
        } catch (UnpackingEnded ended) {
            files.delete();
            throw ended;
        } catch (IOException | RuntimeException _) {
            if (bytes != null && bytes.exhausted()) {
                tree.error("", "source-too-large", Sizes.readable(limits.totalBytes()));
            } else {
                tree.error("", any ? "archive-broken" : "archive-gzip");
            }
        }
    }

    /** Takes one entry; false when there is no point in going on. */
    private boolean entry(
            TarArchiveInputStream tar, TarArchiveEntry entry, TarStream counted, GzipCompressorInputStream packed)
            throws IOException {
        String path = EntryNames.normal(entry.getName().replaceFirst("^(\\./)+", ""));
        if (path.isEmpty() || path.equals(".") || EntryNames.ignored(path)) {
            return true;
        }
        if (entry.isDirectory()) {
            return new EntryNames(limits).fault(path).isEmpty() || tree.admits(path);
        }
        if (!tree.hasRoom()) {
            return false;
        }
        if (!tree.admits(path)) {
            return true;
        }
        if (entry.isSymbolicLink()) {
            tree.link(path, entry.getLinkName());
            return true;
        }
        if (isSpecial(entry) || !tar.canReadEntryData(entry)) {
            tree.error(path, "file-special", path);
            return true;
        }
        counted.content();
        return files.take(path, tar, packed::getCompressedCount);
    }

    /** Whether it is a device or a pipe, or takes its bytes from elsewhere. */
    private static boolean isSpecial(TarArchiveEntry entry) {
        return entry.isLink()
                || entry.isSparse()
                || entry.isCharacterDevice()
                || entry.isBlockDevice()
                || entry.isFIFO()
                || !entry.isFile();
    }
}
