package org.collegium.courses;

import java.util.Optional;
import org.collegium.content.RenderedText;
import org.collegium.source.SourceFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts and versions of a course beside one another, for those who may see its draft. */
@Service
public class ComparingCourses {

    private final DraftRepository drafts;
    private final VersionRepository versions;
    private final UnitTexts texts;
    private final CourseFiles files;

    ComparingCourses(DraftRepository drafts, VersionRepository versions, UnitTexts texts, CourseFiles files) {
        this.drafts = drafts;
        this.versions = versions;
        this.texts = texts;
        this.files = files;
    }

    /** What the course is in this state, empty when there is no such draft or version; one query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<CourseManifest> manifest(CourseId course, CourseEdition edition) {
        return switch (edition) {
            case CourseEdition.OfDraft draft -> drafts.findById(course).map(DraftRecord::manifest);
            case CourseEdition.OfVersion(int number) ->
                versions.findNumbered(course, number)
                        .map(version -> version.seen().manifest());
        };
    }

    /** What the last import brought, empty when there is no draft; one query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<CourseManifest> imported(CourseId course) {
        return drafts.findById(course).map(DraftRecord::importedManifest);
    }

    /** The text of a unit as it was in this state, with links that lead nowhere; empty for what is no text. One query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<RenderedText> text(CourseId course, CourseEdition edition, String unitKey) {
        return manifest(course, edition)
                .flatMap(manifest -> manifest.unit(unitKey)
                        .filter(unit -> UnitTexts.isRead(unit.kind())
                                && manifest.file(unit).isPresent())
                        .map(unit ->
                                texts.text(manifest, unit, "compare/" + manifest.hash(), other -> Optional.empty())));
    }

    /** The file of a unit as it was in this state, empty when there is no such unit; one query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<SourceFile> file(CourseId course, CourseEdition edition, String unitKey) {
        return manifest(course, edition)
                .flatMap(manifest ->
                        manifest.unit(unitKey).flatMap(manifest::file).map(files::open));
    }
}
