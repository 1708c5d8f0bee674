package org.collegium.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers the entries of a source, checks names, sizes and links, and makes the tree when nothing is wrong. */
final class TreeBuilder {

    private static final int LONGEST_LINK_TEXT = 512;
    private static final Pattern LINK_TEXT = Pattern.compile("[^\\s\\p{Cntrl}]+(/[^\\s\\p{Cntrl}]+)*");

    private final SourceLimits limits;
    private final FaultSink faults;
    private final EntryNames names;
    private final FaultList own = new FaultList();
    private final Map<String, String> folded = new HashMap<>();
    private NavigableMap<String, SourceFile> files = new TreeMap<>();
    private NavigableMap<String, String> links = new TreeMap<>();
    private long total;

    TreeBuilder(SourceLimits limits, FaultSink faults) {
        this.limits = limits;
        this.faults = faults;
        this.names = new EntryNames(limits);
    }

    void error(String path, String code, Object... arguments) {
        own.error(Place.of(path), code, arguments);
    }

    void warning(String path, String code, Object... arguments) {
        own.warning(Place.of(path), code, arguments);
    }

    /** Whether the path may be used; reports it otherwise. */
    boolean admits(String path) {
        Optional<String> fault = names.fault(path);
        fault.ifPresent(code -> error(path, code, FaultTexts.printable(path), limits.pathLength(), limits.depth()));
        return fault.isEmpty() && isNew(path);
    }

    private boolean isNew(String path) {
        if (files.containsKey(path) || links.containsKey(path)) {
            error(path, "name-twice", path);
            return false;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (files.containsKey(folder) || links.containsKey(folder)) {
                error(path, "name-below-file", path, folder);
                return false;
            }
            if (!sameCase(folder)) {
                return false;
            }
        }
        if (files.tailMap(path + "/", true).keySet().stream()
                .findFirst()
                .filter(p -> p.startsWith(path + "/"))
                .isPresent()) {
            error(path, "name-below-file", path, path);
            return false;
        }
        return sameCase(path);
    }

    private boolean sameCase(String path) {
        String other = folded.putIfAbsent(EntryNames.fold(path), path);
        if (other != null && !other.equals(path)) {
            error(path, "name-case", path, other);
            return false;
        }
        return true;
    }

    /** Whether one more file still fits; reports it otherwise. */
    boolean hasRoom() {
        if (files.size() + links.size() >= limits.files()) {
            own.error(Place.EVERYWHERE, "too-many-files", limits.files());
            return false;
        }
        return true;
    }

    /** Whether a file of this size fits; reports it otherwise. */
    boolean fits(String path, long size) {
        if (size > limits.fileBytes()) {
            error(path, "file-too-large", path, Sizes.readable(limits.fileBytes()));
            return false;
        }
        if (total + size > limits.totalBytes()) {
            own.error(Place.EVERYWHERE, "source-too-large", Sizes.readable(limits.totalBytes()));
            return false;
        }
        return true;
    }

    void file(String path, long size, SourceFile.Content content) {
        total += size;
        files.put(path, new SourceFile(path, size, content));
    }

    void link(String path, String target) {
        links.put(path, target);
    }

    boolean failed() {
        return own.hasErrors();
    }

    /** The tree, or nothing when something was wrong. */
    Optional<SourceTree> build(boolean stripSingleFolder, Runnable onClose) {
        if (stripSingleFolder && !failed()) {
            strip();
        }
        if (!failed()) {
            textLinks();
            checkLinks();
        }
        own.faults().forEach(faults::report);
        if (failed()) {
            onClose.run();
            return Optional.empty();
        }
        return Optional.of(new SourceTree(files, new Links(links), onClose));
    }

    private void strip() {
        if (files.isEmpty()) {
            return;
        }
        String first = files.firstKey();
        int slash = first.indexOf('/');
        String top = first.substring(0, slash + 1);
        if (slash < 0
                || !files.keySet().stream().allMatch(path -> path.startsWith(top))
                || !links.keySet().stream().allMatch(path -> path.startsWith(top))) {
            return;
        }
        NavigableMap<String, SourceFile> strippedFiles = new TreeMap<>();
        files.forEach((path, file) -> {
            String shorter = path.substring(top.length());
            strippedFiles.put(shorter, file.at(shorter).madeFrom(place -> place));
        });
        NavigableMap<String, String> strippedLinks = new TreeMap<>();
        links.forEach((path, target) -> strippedLinks.put(path.substring(top.length()), target));
        files = strippedFiles;
        links = strippedLinks;
    }

    /** Git writes a link as a small file with the target where the system has no links. */
    private void textLinks() {
        NavigableMap<String, String> found = new TreeMap<>();
        for (SourceFile file : files.values()) {
            if (file.size() > 0 && file.size() <= LONGEST_LINK_TEXT) {
                String text = new String(file.bytes(), StandardCharsets.UTF_8);
                if (isLink(file.path(), text)) {
                    found.put(file.path(), text);
                }
            }
        }
        found.forEach((path, target) -> {
            files.remove(path);
            links.put(path, target);
            own.note(new Place(path, 1, 1), "link-as-text", path, target);
        });
    }

    private boolean isLink(String path, String text) {
        if (!text.contains("/") || !LINK_TEXT.matcher(text).matches() || Links.absolute(text)) {
            return false;
        }
        String extension = SourcePaths.extension(path);
        if (!extension.isEmpty() && !extension.equals(SourcePaths.extension(text))) {
            return false;
        }
        return new Links(links).follow(SourcePaths.folder(path), text) instanceof Links.Found(String real)
                && !real.equals(path)
                && exists(real);
    }

    private boolean exists(String path) {
        if (path.isEmpty() || files.containsKey(path) || links.containsKey(path)) {
            return true;
        }
        return !files.subMap(path + "/", true, path + "0", false).isEmpty();
    }

    private void checkLinks() {
        Links all = new Links(links);
        links.forEach((path, target) -> {
            if (Links.absolute(target) || target.indexOf('\\') >= 0) {
                error(path, "link-absolute", path, target);
                return;
            }
            switch (all.follow("", path)) {
                case Links.Outside _ -> error(path, "link-outside", path, target);
                case Links.Loop _ -> error(path, "link-loop", path, target);
                case Links.Found(String real) -> {
                    if (!exists(real)) {
                        own.warning(Place.of(path), "link-broken", path, target);
                    }
                }
            }
        });
    }
}
