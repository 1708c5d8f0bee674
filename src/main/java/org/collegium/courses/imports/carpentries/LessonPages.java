package org.collegium.courses.imports.carpentries;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.NaturalOrder;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.carpentries.EpisodePage.Exercise;
import org.collegium.courses.imports.carpentries.LessonConfiguration.Named;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.Suggestions;

/** Turns the pages of a lesson into sections: what to do before, the episodes, what to look things up in. */
final class LessonPages {

    static final String EPISODES = "episodes";

    private static final Set<String> READ = Set.of("md");
    private static final Set<String> TEXTS = Set.of("md", "rmd", "ipynb");
    private static final int LONGEST_MINUTES = 3_000;

    private final SourceTree tree;
    private final LessonConfiguration configuration;
    private final FaultSink faults;
    private final Keys keys = new Keys();
    private final Map<String, SourceFile> made = new TreeMap<>();
    private final List<String> objectives = new ArrayList<>();

    LessonPages(SourceTree tree, LessonConfiguration configuration, FaultSink faults) {
        this.tree = tree;
        this.configuration = configuration;
        this.faults = faults;
    }

    Collection<SourceFile> made() {
        return made.values();
    }

    List<String> objectives() {
        return objectives;
    }

    List<OutlineSection> sections() {
        List<Named> before = new ArrayList<>();
        tree.file("index.md").ifPresent(file -> before.add(new Named(file.path(), file.place())));
        List<Named> others = new ArrayList<>();
        for (Named page : pages("learners")) {
            (SourcePaths.stem(page.file()).equals("setup") ? before : others).add(page);
        }
        others.addAll(pages("profiles"));
        List<OutlineSection> sections = new ArrayList<>();
        section("start", "Start", before, true, sections);
        section(EPISODES, "Episodes", episodes(), true, sections);
        section("reference", "Reference", others, false, sections);
        for (Named page : pages("instructors")) {
            faults.note(Place.of(page.file()), "carpentries-instructors", page.file());
        }
        return sections;
    }

    private void section(String key, String title, List<Named> pages, boolean required, List<OutlineSection> sections) {
        List<OutlineUnit> units = new ArrayList<>();
        for (Named page : pages) {
            unit(page).ifPresent(units::add);
        }
        if (!units.isEmpty()) {
            sections.add(new OutlineSection(key, title, units.getFirst().at(), required, units));
        }
    }

    private List<Named> episodes() {
        List<Named> named = pages(EPISODES);
        Set<String> files = named.stream().map(Named::file).collect(Collectors.toSet());
        for (String path : inFolder(EPISODES)) {
            if (!files.contains(path)) {
                faults.note(Place.of(path), "carpentries-draft", path);
            }
        }
        return named;
    }

    /** The pages of a folder: those that the configuration names, or all. */
    private List<Named> pages(String folder) {
        List<Named> named = configuration.named(folder);
        return named.isEmpty()
                ? inFolder(folder).stream()
                        .map(path -> new Named(path, Place.of(path)))
                        .toList()
                : named;
    }

    private List<String> inFolder(String folder) {
        return tree.under(folder).keySet().stream()
                .filter(path -> SourcePaths.folder(path).equals(folder))
                .filter(path -> TEXTS.contains(SourcePaths.extension(path)))
                .sorted(NaturalOrder.NAMES)
                .toList();
    }

    private Optional<OutlineUnit> unit(Named page) {
        Optional<SourceFile> file = tree.file(page.file());
        if (file.isEmpty()) {
            String name = SourcePaths.name(page.file());
            Suggestions.nearest(page.file(), tree.files().keySet())
                    .ifPresentOrElse(
                            near -> faults.warning(page.at(), "toc-missing-like", name, near),
                            () -> faults.warning(page.at(), "toc-missing", name));
            return Optional.empty();
        }
        if (!READ.contains(SourcePaths.extension(page.file()))) {
            faults.warning(page.at(), "page-kind", page.file());
            return Optional.empty();
        }
        return file.get().text(faults).flatMap(text -> unit(page, file.get(), text));
    }

    private Optional<OutlineUnit> unit(Named page, SourceFile file, String text) {
        if (EpisodePage.isPlaceholder(text)) {
            faults.note(file.place(), "carpentries-placeholder", file.path());
            return Optional.empty();
        }
        EpisodePage episode = new EpisodePage(file, text, faults);
        if (SourcePaths.folder(file.path()).equals(EPISODES)) {
            objectives.addAll(episode.objectives());
        }
        SourceFile shown = episode.page();
        keep(shown, file);
        String stem = SourcePaths.stem(file.path());
        String title = stem.equals("index") ? configuration.said(List.of()).title() : "";
        String key = keys.unique(stem);
        List<OutlineUnit> below = new ArrayList<>();
        for (Exercise exercise : episode.exercises()) {
            below.addAll(units(exercise));
        }
        return Optional.of(OutlineUnit.of(key, "lesson", shown, title, file.place())
                .taking(Math.min(episode.minutes(), LONGEST_MINUTES))
                .with(below));
    }

    private List<OutlineUnit> units(Exercise exercise) {
        String key = keys.unique(SourcePaths.stem(exercise.page().path()));
        String solution = keys.unique(SourcePaths.stem(exercise.solution().path()));
        made.put(exercise.page().path(), exercise.page());
        made.put(exercise.solution().path(), exercise.solution());
        return List.of(
                OutlineUnit.of(key, "lesson", exercise.page(), exercise.title(), exercise.at())
                        .with(true, Optional.empty(), List.of()),
                OutlineUnit.of(solution, "lesson", exercise.solution(), exercise.solutionTitle(), exercise.at())
                        .with(false, Optional.of(key), List.of()));
    }

    private void keep(SourceFile shown, SourceFile original) {
        if (!shown.equals(original)) {
            made.put(shown.path(), shown);
        }
    }
}
