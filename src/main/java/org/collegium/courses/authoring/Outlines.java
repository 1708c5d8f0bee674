package org.collegium.courses.authoring;

import java.util.concurrent.atomic.AtomicReference;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.DraftChange;
import org.collegium.courses.Drafts;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The outlines of drafts, changed step by step; each step can be taken back. */
@Service
public class Outlines {

    private static final String MAY_EDIT = "@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)";

    private final Drafts drafts;
    private final RetriedTransactions transactions;

    Outlines(Drafts drafts, RetriedTransactions transactions) {
        this.drafts = drafts;
        this.transactions = transactions;
    }

    /**
     * Does a step on the outline as it is now.
     *
     * @throws RuleViolation when there is no draft, what the step names is not there, a title is missing or too long, or a
     *     content cannot be read as what the unit is
     */
    @PreAuthorize(MAY_EDIT)
    public OutlineChange change(CourseId course, OutlineStep step) {
        return transactions.run(() -> {
            AtomicReference<OutlineChange> made = new AtomicReference<>();
            CourseManifest unused = drafts.change(course, now -> {
                EditedOutline.Done done = EditedOutline.of(now, step);
                made.set(done.outline());
                return done.change();
            });
            return made.get();
        });
    }

    /**
     * Takes a step back.
     *
     * @throws RuleViolation when the outline was changed since
     */
    @PreAuthorize(MAY_EDIT)
    public void undo(CourseId course, OutlineChange change) {
        CourseManifest unused = transactions.run(
                () -> drafts.change(course, now -> DraftChange.to(EditedOutline.without(now, change))));
    }
}
