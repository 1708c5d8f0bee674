package org.collegium.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads a zip as a tree. Its files are unpacked under numbers into a temporary folder, so that no name in the archive ever
 * becomes a name on this machine; sizes are counted while unpacking, whatever the archive claims.
 */
final class ZipReader {

    private final SourceLimits limits;
    private final TreeBuilder tree;
    private final Path folder;
    private long unpacked;
    private long packed;
    private int number;

    private ZipReader(SourceLimits limits, TreeBuilder tree, Path folder) {
        this.limits = limits;
        this.tree = tree;
        this.folder = folder;
    }

    static Optional<SourceTree> read(Path zip, SourceLimits limits, FaultSink faults) {
        TreeBuilder tree = new TreeBuilder(limits, faults);
        Path folder = temporaryFolder();
        Runnable onClose = () -> delete(folder);
        try {
            ZipDirectory.check(zip, limits).ifPresentOrElse(code -> tree.error("", code, limits.files()), () -> {
                new ZipReader(limits, tree, folder).unpack(zip);
            });
            return tree.build(true, onClose);
        } catch (UncheckedIOException | IllegalArgumentException _) {
            tree.error("", "archive-broken");
            return tree.build(true, onClose);
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
        if (!archive.canReadEntryData(entry)) {
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
        Path target = folder.resolve(Integer.toString(number++));
        packed += Math.max(0, entry.getCompressedSize());
        try (InputStream in = archive.getInputStream(entry);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            CRC32 sum = new CRC32();
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                unpacked += n;
                if (!tree.fits(path, size) || !modest(path)) {
                    return false;
                }
                sum.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            if (entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
                tree.error(path, "archive-damaged", path);
            }
            tree.file(path, size, () -> Files.newInputStream(target));
            return true;
        } catch (IOException | RuntimeException _) {
            tree.error(path, "archive-damaged", path);
            return true;
        }
    }

    private boolean modest(String path) {
        if (unpacked > limits.ratioFreeBytes() && unpacked / Math.max(1, packed) > limits.ratio()) {
            tree.error(path, "archive-ratio", path, limits.ratio());
            return false;
        }
        return true;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("collegium-source-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
