package org.collegium.courses;

import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityCourse;
import org.collegium.activity.ActivityPlace;
import org.collegium.content.LinkResolver;
import org.collegium.identity.AccountId;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** Puts the activities of versions and drafts before those who meet them. */
@Component
public class PlacedActivities {

    private final CourseFiles files;

    PlacedActivities(CourseFiles files) {
        this.files = files;
    }

    /** A unit of a version as a learner of a run meets it; empty when the version lacks its file. */
    public Optional<ActivityPlace> inRun(AccountId learner, CourseRunId run, CourseVersion version, CourseUnit unit) {
        CourseManifest manifest = version.manifest();
        return manifest.file(unit)
                .map(file -> new ActivityPlace(
                        learner,
                        run.value(),
                        version.id().value(),
                        unit.key(),
                        unit.title(),
                        file.sha256(),
                        new Around(manifest, unit, file)));
    }

    /** A unit of a draft as its author tries it; empty when the draft lacks its file. */
    public Optional<ActivityPlace> preview(AccountId author, CourseManifest draft, CourseUnit unit) {
        return draft.file(unit)
                .map(file -> new ActivityPlace(
                        author, null, null, unit.key(), unit.title(), file.sha256(), new Around(draft, unit, file)));
    }

    /** A unit of a draft for those who try it before it is published; empty when the draft lacks its file. */
    Optional<ActivityCourse> around(CourseManifest draft, CourseUnit unit) {
        return draft.file(unit).map(file -> new Around(draft, unit, file));
    }

    private final class Around implements ActivityCourse {

        private final CourseManifest manifest;
        private final CourseUnit unit;
        private final CourseFile file;

        Around(CourseManifest manifest, CourseUnit unit, CourseFile file) {
            this.manifest = manifest;
            this.unit = unit;
            this.file = file;
        }

        @Override
        public Locale language() {
            return Locale.forLanguageTag(manifest.metadata().language());
        }

        @Override
        public SourceFile own() {
            return files.open(file);
        }

        @Override
        public Optional<SourceFile> file(String path) {
            return Optional.ofNullable(manifest.files().get(path)).map(files::open);
        }

        /** Other units are reached through the outline beside the activity. */
        @Override
        public LinkResolver links() {
            return new CourseLinks(manifest, unit.file(), other -> Optional.empty());
        }
    }
}
