package org.collegium.courses;

import java.util.Collection;
import java.util.List;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Unguarded;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts and puts other states in their place, under the condition that they are as they were looked at. */
@Component
@Unguarded("services call it that have asked whether the person may change the draft")
public class WholeDrafts {

    private final CourseRepository courses;
    private final Drafts drafts;
    private final CourseFiles files;

    WholeDrafts(CourseRepository courses, Drafts drafts, CourseFiles files) {
        this.courses = courses;
        this.drafts = drafts;
        this.files = files;
    }

    /**
     * Makes a course with a draft whose files are kept already.
     *
     * @throws RuleViolation when the partner has a course with this key
     */
    @Transactional
    public CourseId begin(PartnerId partner, CourseManifest manifest) {
        String key = manifest.metadata().key();
        if (courses.findByKey(partner, key).isPresent()) {
            throw new RuleViolation("courses.derive.key.taken", key);
        }
        return drafts.begin(partner, key, free -> DraftChange.to(manifest));
    }

    /**
     * Puts another state in the place of a draft, as one change.
     *
     * @param revision that was changed
     * @param made contents of files that are kept nowhere yet
     * @throws RuleViolation when there is no draft, somebody else changed it meanwhile, or a file that was made cannot be
     *     read as what its unit is
     */
    @Transactional
    public void replace(CourseId course, int revision, CourseManifest next, Collection<SourceFile> made) {
        Draft draft = drafts.find(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        if (draft.revision() != revision) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        CourseManifest unused = drafts.change(course, now -> new DraftChange(next, List.copyOf(made)));
    }

    /** The content of a file of a draft or version. */
    public SourceFile open(CourseFile file) {
        return files.open(file);
    }
}
