package org.collegium.courses.imports.olx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseImporter;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.courses.imports.CourseYamlText;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads exports of Open edX: Open Learning XML, in a folder or archive. See {@code docs/import-olx.md}. */
@Component
@Order(CourseImporter.NAMED + 20)
final class OlxImporter implements CourseImporter {

    @Override
    public String name() {
        return "course of Open edX (OLX)";
    }

    @Override
    public boolean recognises(SourceTree tree) {
        return OlxTree.isCourse(tree);
    }

    @Override
    public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
        return OlxTree.of(tree, faults).flatMap(olx -> {
            OlxOutline outline = new OlxOutline(tree, olx, faults);
            List<OutlineSection> sections = outline.sections();
            if (sections.isEmpty()) {
                faults.error(olx.place(), "olx-empty");
                return Optional.empty();
            }
            List<OutlineUnit> units = sections.stream()
                    .flatMap(section -> section.units().stream())
                    .toList();
            CourseAbout about = CourseAbout.of(tree, olx.said(), units, faults);
            Optional<String> sample = units.stream()
                    .filter(unit -> unit.kind().equals("lesson"))
                    .map(OutlineUnit::key)
                    .findFirst();
            sample.ifPresent(key -> faults.note(olx.place(), "sample-assumed", key));
            List<SourceFile> made = new ArrayList<>(outline.made());
            made.add(new CourseYamlText(sample.orElse("")).file(about, sections));
            return Optional.of(tree.without(olx.consumed()).with(made));
        });
    }
}
