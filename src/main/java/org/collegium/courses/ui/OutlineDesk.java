package org.collegium.courses.ui;

import java.util.List;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CourseReference;
import org.collegium.courses.Drafts;
import org.collegium.courses.UnitSource;
import org.collegium.courses.authoring.Outlines;
import org.collegium.courses.derived.Library;
import org.springframework.stereotype.Component;

/** What is at hand where outlines are changed. */
@Component
record OutlineDesk(
        Outlines outlines, Drafts drafts, LessonRenderer renderer, Library library, List<UnitSource> sources) {

    /** @param again shows the outline as it has become */
    OutlineActs begin(CourseReference course, Runnable again) {
        return new OutlineActs(this, course, again);
    }
}
