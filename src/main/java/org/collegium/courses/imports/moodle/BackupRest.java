package org.collegium.courses.imports.moodle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.collegium.courses.imports.LeftOut;
import org.collegium.courses.imports.moodle.Backup.Listed;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlNode.Element;

/** What a backup has beside what learners read and do: said in one line, and not file by file. */
final class BackupRest {

    /** In bytes; a larger file is named and not counted. */
    private static final int LARGEST = 1024 * 1024;

    /** The files, wherever they lie, and the element in them that is counted. */
    private static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("badges.xml", "badge"),
            Map.entry("block.xml", "block"),
            Map.entry("calendar.xml", "event"),
            Map.entry("comments.xml", "comment"),
            Map.entry("competencies.xml", "competency"),
            Map.entry("contentbank.xml", "content"),
            Map.entry("gradebook.xml", "grade_category"),
            Map.entry("groups.xml", "group"),
            Map.entry("outcomes.xml", "outcome"),
            Map.entry("roles.xml", "role_override"),
            Map.entry("scales.xml", "scale"),
            Map.entry("users.xml", "user"));

    /** What Moodle needs to put a backup back where it was, and what it writes when there is nothing. */
    private static final Set<String> OF_THE_SITE = Set.of(
            "completion.xml",
            "completiondefaults.xml",
            "course.xml",
            "enrolments.xml",
            "filters.xml",
            "grade_history.xml",
            "grades.xml",
            "inforef.xml",
            "logs.xml",
            "loglastaccess.xml",
            "logstores.xml",
            "module.xml",
            "section.xml",
            "xapistate.xml",
            "moodle_backup.log",
            ".ARCHIVE_INDEX");

    private static final List<String> DATES =
            List.of("allowsubmissionsfromdate", "duedate", "cutoffdate", "timeopen", "timeclose", "timeavailablefrom");

    private final SourceTree tree;
    private final Backup backup;
    private final FaultSink faults;
    private final LeftOut left = new LeftOut();
    private final Set<String> files = new TreeSet<>();

    BackupRest(SourceTree tree, Backup backup, FaultSink faults) {
        this.tree = tree;
        this.backup = backup;
        this.faults = faults;
    }

    /** Reports it; the files of which that was all. */
    Set<String> told() {
        tree.files().values().forEach(this::file);
        for (Listed activity : backup.activities()) {
            activity(activity);
        }
        for (Backup.Part part : backup.sections()) {
            restricted(Optional.of(part.element()), part.element().place(), part.title());
        }
        left.tell(faults, Place.of(Backup.FILE), "moodle-beside");
        return files;
    }

    private void file(SourceFile file) {
        String name = SourcePaths.name(file.path());
        String element = COUNTED.get(name);
        if (element != null) {
            files.add(file.path());
            left.add(name, file.size() > LARGEST ? 1 : count(file, element));
        } else if (OF_THE_SITE.contains(name)) {
            files.add(file.path());
        }
    }

    /** The category that stands for the whole course is in each grade book. */
    private int count(SourceFile file, String element) {
        int found = backup.element(file.path())
                .map(root -> (root.name().equals(element) ? 1 : 0)
                        + root.all(element).size())
                .orElse(0);
        return element.equals("grade_category") ? Math.max(0, found - 1) : found;
    }

    private void activity(Listed activity) {
        Optional<Element> module = backup.element(activity.folder() + "/module.xml");
        restricted(module, activity.place(), activity.title());
        backup.element(activity.file())
                .flatMap(root -> root.child(activity.kind()))
                .ifPresent(body -> DATES.stream()
                        .filter(date -> Backup.number(body.textOf(date)) > 0)
                        .forEach(left::add));
    }

    /** A restriction is written as JSON, in which {@code c} lists the conditions. */
    private void restricted(Optional<Element> element, Place at, String title) {
        boolean restricted = element.map(found -> Backup.said(found, "availability"))
                .filter(rule -> rule.contains("\"type\""))
                .isPresent();
        if (restricted) {
            faults.note(at, "moodle-restricted", title);
        }
    }
}
