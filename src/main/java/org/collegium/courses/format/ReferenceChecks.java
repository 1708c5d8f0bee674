package org.collegium.courses.format;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.collegium.activity.FileReference;
import org.collegium.activity.FileReference.Use;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/** Follows what units point at: to other units, and to files that the course must carry. */
final class ReferenceChecks {

    private final SourceTree tree;
    private final FaultSink faults;
    private final Set<String> unitPaths;
    private final Set<String> unitStems;
    private final Set<String> unitKeys;
    private final SortedMap<String, SourceFile> files = new TreeMap<>();

    ReferenceChecks(SourceTree tree, Collection<ReadUnit> units, FaultSink faults) {
        this.tree = tree;
        this.faults = faults;
        this.unitPaths = units.stream().map(ReadUnit::path).collect(Collectors.toCollection(HashSet::new));
        this.unitKeys = units.stream().map(unit -> unit.draft().key()).collect(Collectors.toSet());
        this.unitStems =
                unitPaths.stream().map(ReferenceChecks::withoutExtension).collect(Collectors.toSet());
    }

    /** The files pointed at, by the paths that the units mean. */
    SortedMap<String, SourceFile> files() {
        return files;
    }

    void check(ReadUnit unit) {
        for (FileReference reference : unit.facts().references()) {
            if (reference.use() == Use.LABEL) {
                label(reference);
            } else if (!reference.target().isEmpty()) {
                follow(unit, reference);
            }
        }
    }

    /** A label that the text itself lacks may still be the key of a unit. */
    private void label(FileReference reference) {
        if (!unitKeys.contains(reference.target())) {
            faults.blocking(reference.at(), "label-missing", reference.target());
        }
    }

    private void follow(ReadUnit unit, FileReference reference) {
        String folder = reference.target().startsWith("/") ? "" : SourcePaths.folder(unit.path());
        Optional<String> path = SourcePaths.resolve(folder, reference.target());
        if (path.isEmpty()) {
            if (!fromWhereItReallyIs(unit, reference)) {
                missing(reference, "link-leaves");
            }
            return;
        }
        if (leadsToUnit(path.get(), reference.use()) || carry(path.get())) {
            return;
        }
        if (tree.hasFolder(path.get())) {
            if (reference.use() != Use.DATA) {
                faults.warning(reference.at(), "link-folder", reference.target());
            }
        } else if (!fromWhereItReallyIs(unit, reference)) {
            missing(reference, reference.use() == Use.DATA ? "data-missing" : "link-missing");
        }
    }

    /** A file that is reached through a link may be written for the folder it really lies in. */
    private boolean fromWhereItReallyIs(ReadUnit unit, FileReference reference) {
        Optional<String> real = tree.real(unit.path()).filter(path -> !path.equals(unit.path()));
        return real.flatMap(path -> SourcePaths.resolve(SourcePaths.folder(path), reference.target()))
                .flatMap(tree::file)
                .map(file -> {
                    SourcePaths.resolve(SourcePaths.folder(unit.path()), reference.target())
                            .ifPresent(path -> files.put(path, file));
                    return file;
                })
                .isPresent();
    }

    private boolean leadsToUnit(String path, Use use) {
        if (unitPaths.contains(path)) {
            return true;
        }
        return (use == Use.LINK || use == Use.UNIT)
                && tree.file(path).isEmpty()
                && (unitStems.contains(path) || unitStems.contains(withoutExtension(path)));
    }

    private boolean carry(String path) {
        Optional<SourceFile> file = tree.file(path);
        file.ifPresent(found -> files.put(path, found));
        return file.isPresent();
    }

    private void missing(FileReference reference, String code) {
        String name = SourcePaths.name(reference.target());
        List<String> near = tree.files().keySet().stream()
                .filter(path -> SourcePaths.name(path).equalsIgnoreCase(name))
                .limit(1)
                .toList();
        String hint = near.isEmpty() ? "" : near.getFirst();
        if (reference.use() == Use.DATA) {
            faults.warning(reference.at(), code, reference.target());
        } else if (hint.isEmpty()) {
            faults.blocking(reference.at(), code, reference.target());
        } else {
            faults.blocking(reference.at(), code + "-like", reference.target(), hint);
        }
    }

    private static String withoutExtension(String path) {
        return SourcePaths.join(SourcePaths.folder(path), SourcePaths.stem(path));
    }
}
