package org.collegium.courses;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.collegium.content.RenderedText;
import org.collegium.shared.Unguarded;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Courses as they were at a time, by their manifest: texts, files and checks. */
@Component
@Unguarded("whoever kept the manifest has asked who may see it")
public class FrozenCourses {

    private final DraftRepository drafts;
    private final CourseRepository courses;
    private final UnitTexts texts;
    private final CourseFiles files;
    private final UnitResults results;
    private final DraftRules rules;
    private final Clock clock;

    FrozenCourses(
            DraftRepository drafts,
            CourseRepository courses,
            UnitTexts texts,
            CourseFiles files,
            UnitResults results,
            DraftRules rules,
            Clock clock) {
        this.drafts = drafts;
        this.courses = courses;
        this.texts = texts;
        this.files = files;
        this.results = results;
        this.rules = rules;
        this.clock = clock;
    }

    /** The text of a unit, with links that lead nowhere; empty for what is no text. */
    public Optional<RenderedText> text(CourseManifest manifest, String unitKey) {
        return manifest.unit(unitKey)
                .filter(unit ->
                        UnitTexts.isRead(unit.kind()) && manifest.file(unit).isPresent())
                .map(unit -> texts.text(manifest, unit, "compare/" + manifest.hash(), other -> Optional.empty()));
    }

    /** The file of a unit, empty when there is none. */
    public Optional<SourceFile> file(CourseManifest manifest, String unitKey) {
        return manifest.unit(unitKey).flatMap(manifest::file).map(files::open);
    }

    /** What was found in the course as it is in the manifest, what blocks first. */
    @Transactional(readOnly = true)
    public List<DraftCheck> checks(CourseManifest manifest) {
        return rules.check(manifest, new ImportReport(List.of(), ImportCounts.NONE));
    }

    /** What keeps the draft of a course from being published; units that were not looked at yet are looked at now. */
    @Transactional
    public List<DraftCheck> blocks(CourseId course) {
        DraftRecord draft = drafts.findById(course).orElseThrow();
        results.complete(draft.manifest(), clock.instant());
        return rules.check(course, draft.manifest(), draft.report()).stream()
                .filter(DraftCheck::blocks)
                .toList();
    }

    /** Whether the newest version of a course is what this manifest says. */
    @Transactional(readOnly = true)
    public boolean isPublished(CourseId course, String manifestHash) {
        return courses.findById(course)
                .filter(found -> found.publishedAs(manifestHash))
                .isPresent();
    }
}
