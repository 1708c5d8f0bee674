package org.collegium.courses.imports.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Reads Common Cartridges 1.0 to 1.3, and the exports of Canvas, which are such. See {@code docs/import-common-cartridge.md}. */
@Component
@Order(CourseImporter.NAMED + 10)
final class CartridgeImporter implements CourseImporter {

    @Override
    public String name() {
        return "Common Cartridge";
    }

    @Override
    public boolean recognises(SourceTree tree) {
        return tree.file(Manifest.FILE).filter(Manifest::isCartridge).isPresent();
    }

    @Override
    public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
        return Manifest.read(tree, faults).flatMap(manifest -> {
            Resources resources = new Resources(tree, manifest, faults);
            List<OutlineSection> sections = new Organisation(manifest, resources, faults).sections();
            if (sections.isEmpty()) {
                faults.error(Place.of(Manifest.FILE), "cartridge-empty");
                return Optional.empty();
            }
            List<OutlineUnit> units = sections.stream()
                    .flatMap(section -> section.units().stream())
                    .toList();
            CourseAbout about = CourseAbout.of(tree, manifest.said(), units, faults);
            Optional<String> sample = units.stream()
                    .flatMap(OutlineUnit::withBelow)
                    .filter(unit -> unit.kind().equals("lesson"))
                    .map(OutlineUnit::key)
                    .findFirst();
            sample.ifPresent(key -> faults.note(about.at(), "sample-assumed", key));
            List<SourceFile> made = new ArrayList<>(resources.made());
            made.add(new CourseYamlText(sample.orElse("")).file(about, sections));
            return Optional.of(tree.without(resources.consumed()).with(made));
        });
    }
}
