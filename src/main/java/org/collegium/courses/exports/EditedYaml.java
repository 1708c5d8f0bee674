package org.collegium.courses.exports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import org.collegium.source.YamlWriter;
import tools.jackson.databind.JsonNode;

/** A {@code course.yaml} of which only those lines are written anew that no longer say what is so; comments around them stay. */
final class EditedYaml {

    private final SourceFile file;
    private final CourseManifest now;
    private final CourseManifest wanted;
    private final String text;
    private final List<String> lines;

    /**
     * @param now what the file says, read with the files of the course
     * @param wanted what it shall say
     */
    EditedYaml(SourceFile file, CourseManifest now, CourseManifest wanted) {
        this.file = file;
        this.now = now;
        this.wanted = wanted;
        text = new String(file.bytes(), StandardCharsets.UTF_8);
        lines = new ArrayList<>(Arrays.asList(text.split("\r?\n", -1)));
    }

    /**
     * The file with the next changes; empty when it is written in a way in which its lines cannot be changed one by one.
     *
     * @param unitByUnit whether to leave the outline and change titles and minutes in it
     */
    Optional<SourceFile> edited(boolean unitByUnit) {
        return YamlSource.read(file, new FaultList())
                .filter(EditedYaml::isBlocks)
                .map(yaml -> {
                    if (now.sections().equals(wanted.sections())) {
                        return written(details(yaml));
                    }
                    Optional<NavigableMap<Integer, Change>> units = unitByUnit ? units(yaml) : Optional.empty();
                    return written(units.orElseGet(() -> sections(yaml)));
                });
    }

    /** Lines in the place of others: so many from a line on (from 1) go, these come. */
    private record Change(int gone, List<String> come) {}

    private NavigableMap<Integer, Change> details(YamlDocument yaml) {
        NavigableMap<Integer, Change> changes = new TreeMap<>();
        List<String> come = new ArrayList<>();
        for (CourseFields.Field field : CourseFields.differing(now.metadata(), wanted.metadata())) {
            YamlWriter writer = new YamlWriter();
            field.write(wanted.metadata(), writer);
            replace(yaml, field.name(), lines(writer), changes, come);
        }
        SortedSet<String> apart = new TreeSet<>(wanted.files().keySet());
        apart.removeAll(now.files().keySet());
        if (!apart.isEmpty()) {
            List<String> all = new ArrayList<>(
                    yaml.at("/files").valueStream().map(JsonNode::asString).toList());
            all.addAll(apart);
            YamlWriter writer = new YamlWriter();
            CourseFields.files(all, writer);
            replace(yaml, "files", lines(writer), changes, come);
        }
        if (!come.isEmpty()) {
            int at = yaml.keyPlace("/" + CourseFields.SECTIONS).line();
            changes.merge(at, new Change(0, come), (one, other) -> one);
        }
        return changes;
    }

    private NavigableMap<Integer, Change> sections(YamlDocument yaml) {
        YamlWriter writer = new YamlWriter();
        new CourseFields(wanted).sections(writer);
        NavigableMap<Integer, Change> changes = new TreeMap<>();
        replace(yaml, CourseFields.SECTIONS, lines(writer), changes, new ArrayList<>());
        return changes;
    }

    /** Puts lines in the place of a field, or with those that come when there is no such field. */
    private void replace(
            YamlDocument yaml, String name, List<String> by, Map<Integer, Change> changes, List<String> come) {
        if (yaml.at("/" + name).isMissingNode()) {
            come.addAll(by);
            return;
        }
        int first = yaml.keyPlace("/" + name).line();
        int behind = yaml.root().propertyNames().stream()
                .mapToInt(other -> yaml.keyPlace(YamlDocument.step("", other)).line())
                .filter(line -> line > first)
                .min()
                .orElse(lines.size() + 1);
        while (behind - 1 > first && isBetween(lines.get(behind - 2))) {
            behind--;
        }
        changes.put(first, new Change(behind - first, by));
    }

    /** What belongs to the next field, or to none. */
    private static boolean isBetween(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    /** Changes of titles and minutes; empty when more than that has changed, or they share their lines with others. */
    private Optional<NavigableMap<Integer, Change>> units(YamlDocument yaml) {
        NavigableMap<Integer, Change> changes = new TreeMap<>();
        List<CourseSection> before = now.sections();
        List<CourseSection> after = wanted.sections();
        boolean all = before.size() == after.size();
        for (int i = 0; all && i < before.size(); i++) {
            String pointer = YamlDocument.step("/" + CourseFields.SECTIONS, i);
            all = units(yaml, pointer, before.get(i).units(), after.get(i).units(), changes);
        }
        return all && !changes.isEmpty() ? Optional.of(changes) : Optional.empty();
    }

    private boolean units(
            YamlDocument yaml,
            String above,
            List<CourseUnit> before,
            List<CourseUnit> after,
            Map<Integer, Change> changes) {
        boolean all = before.size() == after.size();
        for (int i = 0; all && i < before.size(); i++) {
            String pointer = YamlDocument.step(above + "/units", i);
            CourseUnit unit = after.get(i);
            all = before.get(i).key().equals(unit.key())
                    && (before.get(i).title().equals(unit.title())
                            || set(yaml, pointer, "title", new YamlWriter().field("title", unit.title()), changes))
                    && (before.get(i).minutes() == unit.minutes()
                            || set(
                                    yaml,
                                    pointer,
                                    "minutes",
                                    new YamlWriter().field("minutes", (Object) unit.minutes()),
                                    changes))
                    && units(yaml, pointer, before.get(i).units(), unit.units(), changes);
        }
        return all;
    }

    /** Changes a field of a unit, or adds it behind its key; false when that line holds more. */
    private boolean set(
            YamlDocument yaml, String pointer, String name, YamlWriter writer, Map<Integer, Change> changes) {
        boolean there = !yaml.at(pointer + "/" + name).isMissingNode();
        String beside = pointer + "/" + (there ? name : "key");
        int line = yaml.keyPlace(beside).line();
        int column = yaml.keyPlace(beside).column();
        List<String> by = lines(writer);
        boolean alone = yaml.at(pointer).propertyNames().stream()
                .map(other -> YamlDocument.step(pointer, other))
                .filter(other -> !other.equals(beside))
                .noneMatch(other -> yaml.keyPlace(other).line() == line);
        if (!alone || by.size() != 1 || yaml.place(beside).line() != line) {
            return false;
        }
        if (there) {
            String start = lines.get(line - 1).substring(0, column - 1);
            return changes.put(line, new Change(1, List.of(start + by.getFirst()))) == null;
        }
        String added = " ".repeat(column - 1) + by.getFirst();
        changes.merge(
                line + 1,
                new Change(0, List.of(added)),
                (earlier, later) -> new Change(earlier.gone(), join(later.come(), earlier.come())));
        return true;
    }

    private static List<String> join(List<String> first, List<String> behind) {
        List<String> all = new ArrayList<>(first);
        all.addAll(behind);
        return all;
    }

    private SourceFile written(NavigableMap<Integer, Change> changes) {
        List<String> next = new ArrayList<>(lines);
        changes.descendingMap().forEach((line, change) -> {
            List<String> place = next.subList(line - 1, Math.min(next.size(), line - 1 + change.gone()));
            place.clear();
            place.addAll(change.come());
        });
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        return SourceFile.of(file.path(), String.join(end, next));
    }

    private static List<String> lines(YamlWriter writer) {
        return writer.text().lines().toList();
    }

    /** Whether each field of the file begins a line. */
    private static boolean isBlocks(YamlDocument yaml) {
        Map<Integer, String> byLine = new HashMap<>();
        return yaml.root().isObject()
                && yaml.root().propertyNames().stream()
                        .map(name -> YamlDocument.step("", name))
                        .allMatch(pointer -> yaml.keyPlace(pointer).column() == 1
                                && byLine.put(yaml.keyPlace(pointer).line(), pointer) == null);
    }
}
