package org.collegium.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.authoring.OutlineChange;
import org.collegium.courses.authoring.OutlineStep;
import org.collegium.courses.authoring.Outlines;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** Lets authors change drafts. What was changed before a kill is not changed again. */
@Component
class RevisionDeeds {

    private final Drafts drafts;
    private final Outlines outlines;

    RevisionDeeds(Drafts drafts, Outlines outlines) {
        this.drafts = drafts;
        this.outlines = outlines;
    }

    void revise(RevisionStory.Revision revision, CourseId course) {
        revision.added().forEach(lesson -> add(lesson, course));
        revision.moved().forEach(move -> move(move, course));
        revision.edited().stream()
                .collect(Collectors.groupingBy(RevisionStory.Edit::unit))
                .forEach((unit, edits) -> edit(unit, edits, course));
    }

    private void add(RevisionStory.Lesson lesson, CourseId course) {
        if (manifest(course).units().stream().anyMatch(unit -> unit.title().equals(lesson.title()))) {
            return;
        }
        OutlineChange added = outlines.change(
                course,
                new OutlineStep.AddUnit(
                        lesson.section(),
                        lesson.title(),
                        "lesson",
                        lesson.minutes(),
                        SourceFile.of("lesson.md", lesson.text().getBytes(StandardCharsets.UTF_8))));
        OutlineChange unused =
                outlines.change(course, new OutlineStep.Move(added.key(), lesson.section(), lesson.before()));
    }

    private void move(RevisionStory.Move move, CourseId course) {
        OutlineChange unused =
                outlines.change(course, new OutlineStep.Move(move.unit(), move.section(), move.before()));
    }

    private void edit(String key, List<RevisionStory.Edit> edits, CourseId course) {
        Draft draft = draft(course);
        CourseUnit unit = draft.manifest().unit(key).orElseThrow();
        String text = text(course, unit);
        String edited = text;
        for (RevisionStory.Edit edit : edits) {
            if (!edited.contains(edit.to())) {
                if (!edited.contains(edit.from())) {
                    throw new IllegalStateException(
                            "The unit " + key + " of the demonstration has no “" + edit.from() + "”");
                }
                edited = edited.replace(edit.from(), edit.to());
            }
        }
        if (!edited.equals(text)) {
            drafts.replaceFile(course, draft.revision(), key, edited.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String text(CourseId course, CourseUnit unit) {
        return drafts.file(course, unit.file())
                .flatMap(file -> file.text(fault -> {}))
                .orElseThrow();
    }

    private CourseManifest manifest(CourseId course) {
        return draft(course).manifest();
    }

    private Draft draft(CourseId course) {
        return drafts.find(course).orElseThrow();
    }
}
