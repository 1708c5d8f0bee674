package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.shared.ui.Glyph;

/** Says that the course from which one comes has a newer version. */
final class UpstreamNews extends Div {

    UpstreamNews(CourseId course, CourseVersion newest) {
        addClassNames("c-surface", "c-studio-actions");
        add(
                new Span(getTranslation(
                        "courses.reuse.news",
                        newest.number(),
                        newest.manifest().metadata().title())),
                StudioView.button(
                        ReuseNavigation.upstream(course),
                        getTranslation("courses.reuse.news.see"),
                        Glyph.GIT_BRANCH.create()));
    }
}
