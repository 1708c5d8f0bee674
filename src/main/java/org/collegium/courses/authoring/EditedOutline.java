package org.collegium.courses.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.DraftChange;
import org.collegium.courses.format.MediaTypes;
import org.collegium.courses.imports.Keys;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.jspecify.annotations.Nullable;

/** The outline of a draft with one step done. */
final class EditedOutline {

    static final int MOST_UNITS = 1_000;

    private static final String LAB = "lab";
    private static final int LONGEST_TITLE = 300;
    private static final Map<String, String> FOLDERS =
            Map.of("lesson", "lessons", "notebook", "notebooks", "quiz", "quizzes", LAB, "labs");

    private final CourseManifest now;
    private final List<CourseSection> sections;
    private final Map<String, CourseFile> files;
    private final List<SourceFile> come = new ArrayList<>();
    private String key = "";

    private EditedOutline(CourseManifest now) {
        this.now = now;
        sections = new ArrayList<>(now.sections());
        files = new HashMap<>(now.files());
    }

    /** What a step makes of a draft, and how it is taken back. */
    record Done(DraftChange change, OutlineChange outline) {}

    /** @throws RuleViolation when what the step names is not there, or a title is missing or too long */
    static Done of(CourseManifest now, OutlineStep step) {
        return new EditedOutline(now).done(step);
    }

    /** The draft without a step, as long as nothing in the outline was changed since. */
    static CourseManifest without(CourseManifest now, OutlineChange change) {
        if (!shape(now.sections()).equals(shape(change.after()))) {
            throw new RuleViolation("courses.outline.changed-meanwhile");
        }
        Map<String, CourseUnit> latest = now.units().stream().collect(Collectors.toMap(CourseUnit::key, unit -> unit));
        Map<String, CourseFile> files = new HashMap<>(now.files());
        change.gone().forEach(files::putIfAbsent);
        CourseManifest back = new CourseManifest(
                now.metadata(),
                each(change.before(), unit -> unit.with(counted(unit, latest.get(unit.key())), unit.units())),
                files);
        LeftFiles.between(now, back).forEach(files::remove);
        return new CourseManifest(now.metadata(), back.sections(), files);
    }

    private Done done(OutlineStep step) {
        switch (step) {
            case OutlineStep.AddSection(String title) -> {
                key = keyOf(title, sections.stream().map(CourseSection::key).toList());
                sections.add(new CourseSection(key, checked(title), null, List.of()));
            }
            case OutlineStep.RenameSection(String section, String title) -> {
                CourseSection found = section(section);
                put(section, new CourseSection(section, checked(title), found.summary(), found.units()));
            }
            case OutlineStep.MoveSection(String section, String before) -> {
                CourseSection found = section(section);
                sections.remove(found);
                sections.add(placeOf(before), found);
            }
            case OutlineStep.RemoveSection(String section) -> {
                CourseSection found = section(section);
                sections.remove(found);
                key = section;
            }
            case OutlineStep.AddUnit add -> add(add);
            case OutlineStep.Describe(String unit, String title, boolean required, boolean sample) -> {
                unit(unit);
                String plain = checked(title);
                replace(each(sections, one -> one.key().equals(unit) ? one.described(plain, required, sample) : one));
            }
            case OutlineStep.Move(String unit, String section, String before) -> move(unit(unit), section, before);
            case OutlineStep.Remove(String unit) -> {
                unit(unit);
                replace(without(unit));
            }
        }
        return finished();
    }

    private Done finished() {
        CourseManifest next = new CourseManifest(now.metadata(), sections, files);
        Set<String> left = next.units().stream().map(CourseUnit::key).collect(Collectors.toSet());
        List<CourseSection> opened = each(
                sections,
                unit -> unit.solutionOf() == null || left.contains(unit.solutionOf()) ? unit : unit.withoutExercise());
        Map<String, CourseFile> gone = new HashMap<>();
        LeftFiles.between(now, next).forEach(path -> gone.put(path, now.files().get(path)));
        gone.keySet().forEach(files::remove);
        return new Done(
                new DraftChange(new CourseManifest(now.metadata(), opened, files), come),
                new OutlineChange(now.sections(), opened, gone, key));
    }

    private void add(OutlineStep.AddUnit add) {
        CourseSection section = section(add.section());
        String title = checked(add.title());
        if (now.units().size() >= MOST_UNITS) {
            throw new RuleViolation("courses.outline.units", MOST_UNITS);
        }
        key = keyOf(title, now.units().stream().map(CourseUnit::key).toList());
        String folder = FOLDERS.get(add.kind());
        if (folder == null) {
            throw new RuleViolation("courses.outline.kind", add.kind());
        }
        String end = "." + SourcePaths.extension(add.file().path());
        String path;
        if (add.kind().equals(LAB)) {
            String own = freeFolder(folder + "/" + key);
            path = own + "/lab" + end;
            add.beside().forEach(file -> bring(file.at(own + "/" + file.path())));
        } else {
            path = free(folder + "/" + key, end);
            add.beside().stream()
                    .filter(file -> !files.containsKey(file.path()))
                    .forEach(this::bring);
        }
        bring(add.file().at(path));
        List<CourseUnit> units = new ArrayList<>(section.units());
        units.add(new CourseUnit(key, title, add.kind(), path, add.minutes(), false, true, false, null, 0, List.of()));
        put(section.key(), new CourseSection(section.key(), section.title(), section.summary(), units));
    }

    private void bring(SourceFile file) {
        come.add(file);
        files.put(file.path(), new CourseFile(file.path(), file.sha256(), file.size(), MediaTypes.of(file.path())));
    }

    private void move(CourseUnit unit, String section, @Nullable String before) {
        if (unit.withNested().anyMatch(nested -> nested.key().equals(before))) {
            return;
        }
        replace(without(unit.key()));
        CourseSection target = section(section);
        List<CourseUnit> units = new ArrayList<>(target.units());
        int at = units.stream().map(CourseUnit::key).toList().indexOf(before);
        units.add(at < 0 ? units.size() : at, unit);
        put(section, new CourseSection(section, target.title(), target.summary(), units));
        key = unit.key();
    }

    private List<CourseSection> without(String unit) {
        key = unit;
        return sections.stream()
                .map(section -> new CourseSection(
                        section.key(), section.title(), section.summary(), without(section.units(), unit)))
                .toList();
    }

    private static List<CourseUnit> without(List<CourseUnit> units, String key) {
        return units.stream()
                .filter(unit -> !unit.key().equals(key))
                .map(unit -> unit.with(unit.questions(), without(unit.units(), key)))
                .toList();
    }

    private void replace(List<CourseSection> by) {
        List<CourseSection> copy = List.copyOf(by);
        sections.clear();
        sections.addAll(copy);
    }

    private void put(String section, CourseSection by) {
        sections.set(sections.indexOf(section(section)), by);
        key = key.isEmpty() ? section : key;
    }

    private CourseSection section(String wanted) {
        return sections.stream()
                .filter(section -> section.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("courses.outline.section-unknown", wanted));
    }

    private CourseUnit unit(String wanted) {
        key = wanted;
        return now.unit(wanted).orElseThrow(() -> new RuleViolation("courses.draft.unit-unknown", wanted));
    }

    private int placeOf(@Nullable String before) {
        int at = sections.stream().map(CourseSection::key).toList().indexOf(before);
        return at < 0 ? sections.size() : at;
    }

    private String free(String path, String end) {
        String found = path + end;
        for (int i = 2; files.containsKey(found); i++) {
            found = path + "-" + i + end;
        }
        return found;
    }

    private String freeFolder(String folder) {
        String found = folder;
        for (int i = 2; isThere(found + "/"); i++) {
            found = folder + "-" + i;
        }
        return found;
    }

    private boolean isThere(String folder) {
        return files.keySet().stream().anyMatch(path -> path.startsWith(folder));
    }

    private static String keyOf(String title, List<String> taken) {
        Keys keys = new Keys();
        String made = keys.unique(title);
        while (taken.contains(made)) {
            made = keys.unique(title);
        }
        return made;
    }

    private static String checked(String title) {
        String plain = title.strip();
        new Rules()
                .that(
                        !plain.isEmpty() && plain.length() <= LONGEST_TITLE,
                        "courses.outline.title",
                        plain.length(),
                        LONGEST_TITLE)
                .hold();
        return plain;
    }

    /** The outline with each unit changed, nested ones too. */
    static List<CourseSection> each(List<CourseSection> sections, UnaryOperator<CourseUnit> change) {
        return sections.stream()
                .map(section -> new CourseSection(
                        section.key(), section.title(), section.summary(), eachOf(section.units(), change)))
                .toList();
    }

    private static List<CourseUnit> eachOf(List<CourseUnit> units, UnaryOperator<CourseUnit> change) {
        return units.stream()
                .map(unit -> {
                    CourseUnit changed = change.apply(unit);
                    return changed.with(changed.questions(), eachOf(changed.units(), change));
                })
                .toList();
    }

    private static int counted(CourseUnit then, @Nullable CourseUnit latest) {
        return latest == null ? then.questions() : latest.questions();
    }

    /** What is where, without what follows from contents. */
    private static List<String> shape(List<CourseSection> sections) {
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        Stream.of("section " + section.key() + " " + section.title()),
                        section.units().stream()
                                .flatMap(CourseUnit::withNested)
                                .map(unit -> unit.key() + " " + unit.title() + unit.required() + unit.sample())))
                .toList();
    }
}
