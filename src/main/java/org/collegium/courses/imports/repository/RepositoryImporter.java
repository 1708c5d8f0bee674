package org.collegium.courses.imports.repository;

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

/**
 * Reads repositories that follow no format but the habit of numbered folders: a folder is a section or a lesson, its
 * {@code README.md} the page that leads. A single page or notebook is the smallest one. It comes last, for it would take
 * every other format for its own. See {@code docs/import-repository.md}.
 */
@Component
@Order(CourseImporter.PLAIN)
final class RepositoryImporter implements CourseImporter {

    @Override
    public String name() {
        return "plain repository";
    }

    @Override
    public boolean recognises(SourceTree tree) {
        return tree.files().keySet().stream().anyMatch(PageNames::isPage);
    }

    @Override
    public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
        OwnAddresses own = OwnAddresses.of(tree);
        JsonQuizzes quizzes = JsonQuizzes.read(tree, faults);
        Pages pages = new Pages(tree, own, quizzes, faults);
        List<OutlineSection> found = new Outline(tree, pages, faults).sections();
        if (found.isEmpty()) {
            faults.error(Place.EVERYWHERE, "repository-empty");
            return Optional.empty();
        }
        List<OutlineSection> sections = new QuizPlaces(quizzes, pages, faults).placed(found);
        List<OutlineUnit> units =
                sections.stream().flatMap(section -> section.units().stream()).toList();
        CourseAbout about = CourseAbout.of(tree, said(tree, own, pages, units), units, faults);
        Optional<OutlineUnit> sample = sample(sections);
        sample.ifPresent(unit -> faults.note(unit.at(), "sample-assumed", unit.key()));
        List<SourceFile> made = new ArrayList<>(pages.made());
        made.addAll(quizzes.files());
        made.add(new CourseYamlText(sample.map(OutlineUnit::key).orElse("")).file(about, sections));
        return Optional.of(tree.with(made));
    }

    /** The heading of the page that introduces the repository, else its own name, else the heading of its only page. */
    private static CourseAbout.Said said(SourceTree tree, OwnAddresses own, Pages pages, List<OutlineUnit> units) {
        Place at = units.getFirst().at();
        Optional<String> title = tree.files().keySet().stream()
                .filter(path -> !path.contains("/") && PageNames.leads(path))
                .flatMap(path -> tree.file(path).flatMap(Headings::of).stream())
                .findFirst()
                .or(own::words)
                .or(() -> units.size() == 1
                        ? Optional.of(pages.heading(units.getFirst().key()))
                        : Optional.empty());
        return CourseAbout.Said.only(title.orElse(""), at);
    }

    /** The first lesson of the first section that counts. */
    private static Optional<OutlineUnit> sample(List<OutlineSection> sections) {
        return sections.stream()
                .filter(OutlineSection::required)
                .flatMap(section -> section.units().stream().flatMap(OutlineUnit::withBelow))
                .filter(unit -> unit.kind().equals("lesson") && unit.required())
                .findFirst();
    }
}
