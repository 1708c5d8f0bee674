package org.collegium.courses;

import java.util.List;
import java.util.Optional;
import org.collegium.activity.ActivityFormat;
import org.collegium.courses.exports.CourseText;
import org.collegium.courses.format.CourseReader;
import org.collegium.partners.PartnerId;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes courses out as folders in the format of the platform, which can be imported again. Staff of the partner may do so
 * with what they see in Studio; others may not, whatever the licence, since tests and solutions of labs and the keys of
 * questions are in it.
 */
@Service
public class ExportingCourses {

    private static final Logger LOG = LoggerFactory.getLogger(ExportingCourses.class);

    private final CourseRepository courses;
    private final DraftRepository drafts;
    private final VersionRepository versions;
    private final CourseFiles files;
    private final List<ActivityFormat> formats;
    private final List<AccompanyingFile> accompanying;

    ExportingCourses(
            CourseRepository courses,
            DraftRepository drafts,
            VersionRepository versions,
            CourseFiles files,
            List<ActivityFormat> formats,
            List<AccompanyingFile> accompanying) {
        this.courses = courses;
        this.drafts = drafts;
        this.versions = versions;
        this.files = files;
        this.formats = List.copyOf(formats);
        this.accompanying = List.copyOf(accompanying);
    }

    /** The course of a partner with this key, empty when there is none; one query. */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.VIEW_DRAFT + "', #partner.value())")
    @Transactional(readOnly = true)
    public Optional<CourseId> find(PartnerId partner, String key) {
        return courses.findByKey(partner, key).map(CourseRecord::id);
    }

    /** The draft as it is now, or a version; empty when there is no such one; one query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    public Optional<CourseExport> find(CourseId course, CourseEdition edition) {
        return switch (edition) {
            case CourseEdition.OfDraft draft ->
                drafts.findById(course).map(found -> export(course, edition, found.manifest(), found.courseFile()));
            case CourseEdition.OfVersion(int number) ->
                versions.findNumbered(course, number)
                        .map(found -> export(course, edition, found.seen().manifest(), found.courseFile()));
        };
    }

    private CourseExport export(
            CourseId course, CourseEdition edition, CourseManifest manifest, @Nullable String courseFile) {
        List<SourceFile> kept =
                manifest.files().values().stream().map(files::kept).toList();
        Optional<SourceFile> brought = Optional.ofNullable(courseFile)
                .flatMap(files::content)
                .map(content -> SourceFile.of(CourseReader.COURSE, content));
        CourseText.Written written = new CourseText(manifest, kept, formats).write(brought);
        String name = manifest.metadata().key() + "-" + edition.word();
        if (!written.exact()) {
            LOG.warn("The export {} is not read as the same course; some file of it is no longer understood.", name);
        }
        List<CourseFile> others = manifest.files().values().stream()
                .filter(file -> !file.path().equals(CourseReader.COURSE))
                .toList();
        List<SourceFile> more = accompanying.stream()
                .flatMap(one -> one.of(course, manifest).stream())
                .filter(file -> !manifest.files().containsKey(file.path()))
                .toList();
        return new CourseExport(name, written.file(), written.exact(), others, more, files);
    }
}
