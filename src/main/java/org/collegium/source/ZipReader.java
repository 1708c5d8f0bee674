package org.collegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Reads a zip as a tree; its files are unpacked into a temporary folder. */
final class ZipReader {

    /** Those that the library reads without another one, which it names as readable all the same. */
    private static final Set<Integer> METHODS = Set.of(
            ZipMethod.STORED.getCode(),
            ZipMethod.DEFLATED.getCode(),
            ZipMethod.ENHANCED_DEFLATED.getCode(),
            ZipMethod.BZIP2.getCode());

    private final SourceLimits limits;
    private final TreeBuilder tree;
    private final UnpackedFiles files;
    private long packed;

    private ZipReader(SourceLimits limits, TreeBuilder tree, UnpackedFiles files) {
        this.limits = limits;
        this.tree = tree;
        this.files = files;
    }

    static Optional<SourceTree> read(Path zip, SourceLimits limits, FaultSink faults, Unpacking watch) {
        TreeBuilder tree = new TreeBuilder(limits, faults);
        UnpackedFiles files = new UnpackedFiles(limits, tree, watch);
        try {
            ZipDirectory.check(zip, limits).ifPresentOrElse(code -> tree.error("", code, limits.files()), () -> {
                new ZipReader(limits, tree, files).unpack(zip);
            });
            return tree.build(true, files::delete);
        } catch (UnpackingEnded ended) {
            files.delete();
            throw ended;
        } catch (UncheckedIOException | IllegalArgumentException _) {
            tree.error("", "archive-broken");
            return tree.build(true, files::delete);
        }
    }

    private void unpack(Path zip) {
        try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
            List<ZipArchiveEntry> entries = Collections.list(archive.getEntries());
            if (overlap(archive, entries)) {
                return;
            }
            for (ZipArchiveEntry entry : entries) {
                if (!entry(archive, entry)) {
                    return;
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            tree.error("", "archive-broken");
        }
    }

    /** Whether two entries claim the same bytes, as in an archive that unpacks to far more than it holds. */
    private boolean overlap(ZipFile archive, List<ZipArchiveEntry> entries) throws IOException {
        List<ZipArchiveEntry> placed = new ArrayList<>();
        for (ZipArchiveEntry entry : entries) {
            try (InputStream raw = archive.getRawInputStream(entry)) {
                if (raw != null && entry.getDataOffset() >= 0) {
                    placed.add(entry);
                }
            }
        }
        placed.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        for (int i = 1; i < placed.size(); i++) {
            ZipArchiveEntry before = placed.get(i - 1);
            if (before.getDataOffset() + before.getCompressedSize()
                    > placed.get(i).getLocalHeaderOffset()) {
                tree.error(
                        placed.get(i).getName(),
                        "archive-overlap",
                        placed.get(i).getName(),
                        before.getName());
                return true;
            }
        }
        return false;
    }

    /** Takes one entry; false when there is no point in going on. */
    private boolean entry(ZipFile archive, ZipArchiveEntry entry) throws IOException {
        Optional<String> name = name(entry);
        if (name.isEmpty()) {
            return true;
        }
        String path = EntryNames.normal(name.get());
        if (EntryNames.ignored(path)) {
            return true;
        }
        if (entry.isDirectory()) {
            return path.isEmpty() || new EntryNames(limits).fault(path).isEmpty() || tree.admits(path);
        }
        if (!tree.hasRoom()) {
            return false;
        }
        if (!tree.admits(path)) {
            return true;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            tree.error(path, "archive-encrypted", path);
            return true;
        }
        if (!METHODS.contains(entry.getMethod()) || !archive.canReadEntryData(entry)) {
            tree.error(path, "archive-method", path);
            return true;
        }
        if (entry.isUnixSymlink()) {
            return link(archive, entry, path);
        }
        return file(archive, entry, path);
    }

    private Optional<String> name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString());
        } catch (CharacterCodingException _) {
            tree.error(entry.getName(), "name-not-utf8", entry.getName());
            return Optional.empty();
        }
    }

    private boolean link(ZipFile archive, ZipArchiveEntry entry, String path) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] target = in.readNBytes(limits.pathLength() * 4 + 1);
            if (target.length == 0 || target.length > limits.pathLength() * 4) {
                tree.error(path, "link-absolute", path, "");
            } else {
                tree.link(path, new String(target, StandardCharsets.UTF_8));
            }
            return true;
        }
    }

    private boolean file(ZipFile archive, ZipArchiveEntry entry, String path) {
        packed += Math.max(0, entry.getCompressedSize());
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(archive.getInputStream(entry), sum)) {
            if (!files.take(path, in, () -> packed)) {
                return false;
            }
            if (entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
                tree.error(path, "archive-damaged", path);
            }
            return true;
        } catch (UnpackingEnded ended) {
            throw ended;
        } catch (IOException | RuntimeException _) {
            tree.error(path, "archive-damaged", path);
            return true;
        }
    }
}
