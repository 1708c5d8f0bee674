package org.collegium.assessment.bank.ui;

import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityCourse;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.bank.BankFiles;
import org.collegium.content.LinkResolver;
import org.collegium.content.LinkTarget;
import org.collegium.content.Reference;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseFilter.Sort;
import org.collegium.courses.CourseLinks;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where an author sees an item: with the files of its bank, and those of the course it was made for as in its quizzes. */
@Component
class ItemPlaces {

    private static final String FILE = "question.yaml";
    private static final PageRequest ENOUGH = new PageRequest(0, 50);

    private final BankFiles files;
    private final Courses courses;
    private final Drafts drafts;
    private final CourseVersions versions;
    private final Access access;

    ItemPlaces(BankFiles files, Courses courses, Drafts drafts, CourseVersions versions, Access access) {
        this.files = files;
        this.courses = courses;
        this.drafts = drafts;
        this.versions = versions;
        this.access = access;
    }

    ActivityPlace of(PartnerId partner, @Nullable String courseKey, Locale language) {
        Optional<CourseManifest> course = courseKey == null ? Optional.empty() : manifest(partner, courseKey);
        Around around = course.map(manifest -> new Around(
                        Locale.forLanguageTag(manifest.metadata().language()),
                        new CourseLinks(manifest, fileOfQuiz(manifest), unit -> Optional.empty())))
                .orElseGet(() -> new Around(language, LinkResolver.none()));
        LinkResolver own =
                reference -> own(partner, reference).or(() -> around.links().resolve(reference));
        return new ActivityPlace(
                access.account().orElseThrow(), null, null, "question", "", "", new Around(around.language(), own));
    }

    private Optional<LinkTarget> own(PartnerId partner, Reference reference) {
        return reference.external() || reference.kind() == Reference.Kind.REF
                ? Optional.empty()
                : files.find(partner, reference.path())
                        .map(file -> new LinkTarget(
                                CourseLinks.addressOf(file.sha256(), file.path()),
                                "",
                                !file.mediaType().startsWith("image/")));
    }

    private Optional<CourseManifest> manifest(PartnerId partner, String key) {
        return courses.list(new CourseFilter(key, Optional.of(partner), Optional.empty(), Sort.TITLE), ENOUGH).stream()
                .filter(course -> course.key().equals(key))
                .findFirst()
                .map(CourseListItem::id)
                .flatMap(id -> drafts.find(id)
                        .map(Draft::manifest)
                        .or(() -> versions.latest(id).map(CourseVersion::manifest)));
    }

    /** Paths in a question are as in the quizzes of the course. */
    private static String fileOfQuiz(CourseManifest manifest) {
        return manifest.units().stream()
                .filter(unit -> unit.kind().equals("quiz"))
                .map(CourseUnit::file)
                .findFirst()
                .orElse(FILE);
    }

    private record Around(Locale language, LinkResolver links) implements ActivityCourse {

        @Override
        public SourceFile own() {
            return SourceFile.of(FILE, "");
        }

        @Override
        public Optional<SourceFile> file(String path) {
            return Optional.empty();
        }
    }
}
