package org.collegium.courses.imports.carpentries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.collegium.courses.CourseImporter;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.courses.imports.CourseYamlText;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads lessons of the Carpentries Workbench. See {@code docs/import-carpentries.md}. */
@Component
@Order(CourseImporter.TOLD)
final class CarpentriesImporter implements CourseImporter {

    private static final Pattern OF_A_LESSON = Pattern.compile("(?m)^(carpentry|episodes|life_cycle):");

    @Override
    public String name() {
        return "lesson of the Carpentries Workbench";
    }

    @Override
    public boolean recognises(SourceTree tree) {
        return tree.hasFolder("episodes")
                && tree.file(LessonConfiguration.FILE)
                        .flatMap(file -> file.text(new FaultList()))
                        .filter(text -> OF_A_LESSON.matcher(text).find())
                        .isPresent();
    }

    @Override
    public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
        return LessonConfiguration.read(tree, faults).flatMap(configuration -> {
            LessonPages pages = new LessonPages(tree, configuration, faults);
            List<OutlineSection> sections = pages.sections();
            if (sections.stream().noneMatch(section -> section.key().equals(LessonPages.EPISODES))) {
                faults.error(configuration.place(), "carpentries-no-episodes");
                return Optional.empty();
            }
            List<OutlineUnit> units = sections.stream()
                    .flatMap(section -> section.units().stream())
                    .toList();
            CourseAbout about = CourseAbout.of(tree, configuration.said(pages.objectives()), units, faults);
            String sample = sample(sections);
            faults.note(configuration.place(), "sample-assumed", sample);
            List<SourceFile> made = new ArrayList<>(pages.made());
            made.add(new CourseYamlText(sample).file(about, sections));
            return Optional.of(tree.with(made));
        });
    }

    /** The first episode. */
    private static String sample(List<OutlineSection> sections) {
        return sections.stream()
                .filter(section -> section.key().equals(LessonPages.EPISODES))
                .flatMap(section -> section.units().stream())
                .findFirst()
                .map(OutlineUnit::key)
                .orElse("");
    }
}
