package org.collegium.courses.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collegium.source.FaultList;
import org.collegium.source.Place;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/** Says which files of the source no unit uses, folder by folder, so that nothing is left out in silence. */
final class UnusedFiles {

    private static final int SHOWN = 3;
    private static final Pattern ABOUT_THE_SOURCE = Pattern.compile(
            "(readme|licen[cs]e|contributing|citation|code_of_conduct|changelog|makefile|authors)(\\..*)?|_?(toc|config)\\.ya?ml|\\..*");

    /** What already says of a file that it is left out, and why. */
    private static final Set<String> TOLD =
            Set.of("carpentries-instructors", "carpentries-placeholder", "cartridge-richer");

    private UnusedFiles() {}

    static void note(SourceTree tree, Collection<String> used, FaultList faults) {
        Set<String> told = faults.faults().stream()
                .filter(fault -> TOLD.contains(fault.code()))
                .map(fault -> fault.place().file())
                .collect(Collectors.toSet());
        Set<String> reallyUsed =
                used.stream().flatMap(path -> tree.real(path).stream()).collect(Collectors.toSet());
        SortedMap<String, List<String>> byFolder = new TreeMap<>();
        for (String path : tree.files().keySet()) {
            String name = SourcePaths.name(path).toLowerCase(Locale.ROOT);
            if (!reallyUsed.contains(path)
                    && !told.contains(path)
                    && !ABOUT_THE_SOURCE.matcher(name).matches()) {
                byFolder.computeIfAbsent(SourcePaths.folder(path), folder -> new ArrayList<>())
                        .add(SourcePaths.name(path));
            }
        }
        byFolder.forEach((folder, names) -> {
            if (names.size() == 1) {
                String path = SourcePaths.join(folder, names.getFirst());
                faults.note(Place.of(path), "file-unused", path);
            } else {
                String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
                        + (names.size() > SHOWN ? ", …" : ".");
                faults.note(
                        Place.of(folder),
                        folder.isEmpty() ? "files-unused-here" : "files-unused",
                        names.size(),
                        folder,
                        some);
            }
        });
    }
}
