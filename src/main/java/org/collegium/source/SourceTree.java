package org.collegium.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A read-only tree of files from a folder, a Git checkout or an archive. Symbolic links inside the root are followed, those
 * that leave it refused; what is dangerous or too large is never opened.
 */
public final class SourceTree implements AutoCloseable {

    /** The endings of files that are a source by themselves. */
    private static final Set<String> SINGLE = Set.of("md", "markdown", "ipynb");

    private final NavigableMap<String, SourceFile> files;
    private final Links links;
    private final Runnable onClose;

    SourceTree(NavigableMap<String, SourceFile> files, Links links, Runnable onClose) {
        this.files = Collections.unmodifiableNavigableMap(files);
        this.links = links;
        this.onClose = onClose;
    }

    /**
     * Opens a folder, a zip, a tar archive packed by gzip, or a single page or notebook.
     *
     * @return empty when it was refused; the faults then say why
     */
    public static Optional<SourceTree> open(Path place, SourceLimits limits, FaultSink faults) {
        return open(place, limits, faults, Unpacking.UNSEEN);
    }

    /**
     * The same, followed by somebody while it is unpacked.
     *
     * @throws UnpackingEnded when they end it, or there is no room for what is unpacked
     */
    public static Optional<SourceTree> open(Path place, SourceLimits limits, FaultSink faults, Unpacking watch) {
        if (Files.isDirectory(place)) {
            return FolderReader.read(place, limits, faults);
        }
        if (Files.isRegularFile(place)) {
            return file(place, limits, faults, watch);
        }
        String code = Files.exists(place, LinkOption.NOFOLLOW_LINKS) ? "source-unreadable" : "source-missing";
        faults.error(Place.EVERYWHERE, code, String.valueOf(place.getFileName()));
        return Optional.empty();
    }

    private static Optional<SourceTree> file(Path place, SourceLimits limits, FaultSink faults, Unpacking watch) {
        String name = String.valueOf(place.getFileName());
        if (SINGLE.contains(SourcePaths.extension(name))) {
            return FolderReader.readFile(place, limits, faults);
        }
        return TarReader.isGzip(place)
                ? TarReader.read(place, limits, faults, watch)
                : ZipReader.read(place, limits, faults, watch);
    }

    /** Removes what killed processes had unpacked before a time. */
    public static void clearLeftovers(Instant before) throws IOException {
        UnpackedFiles.clearLeftovers(before);
    }

    /** A tree made in memory, for what is generated. */
    public static SourceTree of(Collection<SourceFile> files) {
        NavigableMap<String, SourceFile> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return new SourceTree(byPath, Links.NONE, () -> {});
    }

    /** A tree with the files of this one (which stays open) and others, which win where the paths are the same. */
    public SourceTree with(Collection<SourceFile> others) {
        NavigableMap<String, SourceFile> byPath = new TreeMap<>(files);
        others.forEach(file -> byPath.put(file.path(), file));
        return new SourceTree(byPath, links, () -> {});
    }

    /** A tree without some files of this one, which stays open: what was read for good and is needed no more. */
    public SourceTree without(Collection<String> paths) {
        NavigableMap<String, SourceFile> byPath = new TreeMap<>(files);
        paths.forEach(byPath::remove);
        return new SourceTree(byPath, links, () -> {});
    }

    /** Every file by its path, in order, each once: what only a link leads to is not repeated. */
    public NavigableMap<String, SourceFile> files() {
        return files;
    }

    /** The file at a path, through links too; it keeps the path asked for, and its faults name where it really is. */
    public Optional<SourceFile> file(String path) {
        String asked = Normalizer.normalize(path, Normalizer.Form.NFC);
        Optional<SourceFile> found = Optional.ofNullable(files.get(asked));
        return found.isPresent() ? found : real(asked).map(files::get).map(file -> file.at(asked));
    }

    /** Where a path really is once the links in it are followed; empty when a link leads nowhere. */
    public Optional<String> real(String path) {
        return links.follow("", path) instanceof Links.Found(String real) ? Optional.of(real) : Optional.empty();
    }

    /** Whether there is something below this path, through links too. */
    public boolean hasFolder(String path) {
        return real(path).stream().anyMatch(real -> !inside(real).isEmpty());
    }

    /** Every file below a folder (empty for the root), through links too, by the paths asked for; each real file once. */
    public NavigableMap<String, SourceFile> under(String folder) {
        NavigableMap<String, SourceFile> found = new TreeMap<>();
        collect(folder, found, new HashSet<>());
        return found;
    }

    private void collect(String folder, NavigableMap<String, SourceFile> found, Set<String> visited) {
        Optional<String> real = real(folder);
        if (real.isEmpty() || !visited.add(real.get())) {
            return;
        }
        inside(real.get()).forEach((path, file) -> {
            String shown = SourcePaths.join(folder, below(real.get(), path));
            if (visited.add(path)) {
                found.put(shown, shown.equals(path) ? file : file.at(shown));
            }
        });
        List<String> linked = new ArrayList<>();
        for (String link : links.inside(real.get())) {
            String shown = SourcePaths.join(folder, below(real.get(), link));
            Optional<String> target = real(shown).filter(files::containsKey);
            if (target.isEmpty()) {
                linked.add(shown);
            } else if (visited.add(target.get())) {
                file(shown).ifPresent(file -> found.put(shown, file));
            }
        }
        linked.forEach(link -> collect(link, found, visited));
    }

    private NavigableMap<String, SourceFile> inside(String folder) {
        return folder.isEmpty() ? files : files.subMap(folder + "/", true, folder + "0", false);
    }

    private static String below(String folder, String path) {
        return folder.isEmpty() ? path : path.substring(folder.length() + 1);
    }

    /** Gives back the temporary files of a zip. */
    @Override
    public void close() {
        onClose.run();
    }
}
