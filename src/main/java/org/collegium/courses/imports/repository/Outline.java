package org.collegium.courses.imports.repository;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.NaturalOrder;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/**
 * Finds the sections of a repository: the numbered folders that lie beside each other, with their pages in the order of
 * their numbers, each folder below as a unit with what is in it nested under its page.
 */
final class Outline {

    private static final int DEEPEST = 4;
    private static final Comparator<SourceFile> IN_A_FOLDER = Comparator.<SourceFile>comparingInt(
                    file -> PageNames.rank(file.path()))
            .thenComparing(file -> SourcePaths.name(file.path()), NaturalOrder.NAMES);

    private final Pages pages;
    private final FaultSink faults;
    private final Folder top;
    private final Keys keys = new Keys();

    Outline(SourceTree tree, Pages pages, FaultSink faults) {
        this.pages = pages;
        this.faults = faults;
        this.top = new Folder("");
        for (SourceFile file : tree.files().values()) {
            if (PageNames.aboutTheRepository(file.path())) {
                faults.note(file.place(), "repository-about", file.path());
            } else if (PageNames.isPage(file.path())) {
                add(file);
            }
        }
    }

    /** A folder with pages in it or below it. */
    private record Folder(String path, List<SourceFile> files, Map<String, Folder> folders) {

        Folder(String path) {
            this(path, new ArrayList<>(), new TreeMap<>(NaturalOrder.NAMES));
        }

        boolean isNumbered() {
            return PageNames.isNumbered(SourcePaths.name(path));
        }

        Optional<SourceFile> leading() {
            return files.stream().filter(file -> PageNames.leads(file.path())).min(IN_A_FOLDER);
        }

        List<SourceFile> sorted() {
            return files.stream().sorted(IN_A_FOLDER).toList();
        }
    }

    private void add(SourceFile file) {
        if (PageNames.isTranslation(file.path())) {
            faults.note(file.place(), "repository-translation", file.path());
            return;
        }
        Folder folder = top;
        String parent = SourcePaths.folder(file.path());
        for (String part : parent.isEmpty() ? new String[0] : parent.split("/")) {
            String path = SourcePaths.join(folder.path(), part);
            folder = folder.folders().computeIfAbsent(part, name -> new Folder(path));
        }
        folder.files().add(file);
    }

    List<OutlineSection> sections() {
        Folder root = root();
        List<OutlineSection> sections = new ArrayList<>();
        section("Start", before(root), root.path(), true).ifPresent(sections::add);
        boolean numbered = root.folders().values().stream().anyMatch(Folder::isNumbered);
        for (Folder folder : root.folders().values()) {
            if (folder.isNumbered() || !numbered) {
                section(folder, root.path(), true).ifPresent(sections::add);
            }
        }
        for (Folder folder : beside(root, numbered)) {
            section(folder, root.path(), false).ifPresent(section -> {
                faults.note(section.at(), "repository-beside", folder.path());
                sections.add(section);
            });
        }
        return sections;
    }

    /** The folder nearest to the top in which numbered folders lie beside each other; the top where there is none. */
    private Folder root() {
        List<Folder> level = List.of(top);
        while (!level.isEmpty()) {
            Optional<Folder> found = level.stream()
                    .filter(folder -> folder.folders().values().stream().anyMatch(Folder::isNumbered))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            level = level.stream()
                    .flatMap(folder -> folder.folders().values().stream())
                    .toList();
        }
        return top;
    }

    /** The pages in the folders from the top down to the one with the sections. */
    private List<SourceFile> before(Folder root) {
        List<SourceFile> files = new ArrayList<>(top.sorted());
        Folder folder = top;
        for (String part : root.path().isEmpty() ? new String[0] : root.path().split("/")) {
            folder = folder.folders().getOrDefault(part, folder);
            files.addAll(folder.sorted());
        }
        return files;
    }

    /** The folders that are neither sections nor above them. */
    private List<Folder> beside(Folder root, boolean numbered) {
        List<Folder> beside = new ArrayList<>();
        if (numbered) {
            root.folders().values().stream()
                    .filter(folder -> !folder.isNumbered())
                    .forEach(beside::add);
        }
        Folder folder = top;
        for (String part : root.path().isEmpty() ? new String[0] : root.path().split("/")) {
            folder.folders().values().stream()
                    .filter(other -> !SourcePaths.name(other.path()).equals(part))
                    .forEach(beside::add);
            folder = folder.folders().getOrDefault(part, folder);
        }
        return beside;
    }

    private Optional<OutlineSection> section(Folder folder, String root, boolean required) {
        String name = PageNames.words(SourcePaths.name(folder.path()));
        String title = folder.leading().flatMap(Headings::of).orElse(name);
        List<OutlineUnit> units = new ArrayList<>(pages.units(root, folder.sorted()));
        folder.folders().values().forEach(below -> units.addAll(nested(below, root, 1)));
        return section(title, units, required);
    }

    private Optional<OutlineSection> section(String title, List<SourceFile> files, String root, boolean required) {
        return section(title, pages.units(root, files), required);
    }

    private Optional<OutlineSection> section(String title, List<OutlineUnit> units, boolean required) {
        if (units.isEmpty()) {
            return Optional.empty();
        }
        Place at = Place.of(units.getFirst().at().file());
        return Optional.of(new OutlineSection(keys.unique(title), title, at, required, units));
    }

    /** A folder below a section: what is in it stands under its page; without such a page, beside each other. */
    private List<OutlineUnit> nested(Folder folder, String root, int depth) {
        List<OutlineUnit> own = pages.units(root, folder.sorted());
        boolean under = !own.isEmpty() && folder.leading().isPresent() && depth < DEEPEST;
        List<OutlineUnit> units = new ArrayList<>(under ? own.subList(1, own.size()) : own);
        for (Folder below : folder.folders().values()) {
            units.addAll(nested(below, root, under ? depth + 1 : depth));
        }
        return under ? List.of(own.getFirst().with(units)) : units;
    }
}
