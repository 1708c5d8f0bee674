package org.collegium.courses.imports.moodle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseImporter;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.courses.imports.CourseYamlText;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads backups of Moodle 2 to 5, {@code .mbz}. See {@code docs/import-moodle.md}. */
@Component
@Order(CourseImporter.NAMED + 30)
final class MoodleImporter implements CourseImporter {

    @Override
    public String name() {
        return "backup of Moodle";
    }

    @Override
    public boolean recognises(SourceTree tree) {
        return tree.file(Backup.FILE).isPresent();
    }

    @Override
    public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
        return Backup.read(tree, faults).flatMap(backup -> {
            BackupFiles files = new BackupFiles(tree, backup);
            Activities activities = new Activities(backup, files, faults);
            List<OutlineSection> sections = activities.sections();
            if (sections.isEmpty()) {
                faults.error(Place.of(Backup.FILE), "moodle-empty");
                return Optional.empty();
            }
            List<OutlineUnit> units = sections.stream()
                    .flatMap(section -> section.units().stream())
                    .toList();
            CourseAbout about = CourseAbout.of(tree, backup.said(), units, faults);
            Optional<String> sample = units.stream()
                    .filter(unit -> unit.kind().equals("lesson"))
                    .map(OutlineUnit::key)
                    .findFirst();
            sample.ifPresent(key -> faults.note(about.at(), "sample-assumed", key));
            List<SourceFile> made = new ArrayList<>(activities.made());
            made.addAll(files.used());
            made.add(new CourseYamlText(sample.orElse("")).file(about, sections));
            Set<String> consumed = new HashSet<>(backup.consumed());
            consumed.addAll(new BackupRest(tree, backup, faults).told());
            consumed.addAll(files.told(faults));
            return Optional.of(tree.without(consumed).with(made));
        });
    }
}
