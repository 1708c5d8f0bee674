package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.VersionRetirement;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;

/** Says that the course from which one comes has a newer version, and that the one that was taken over is retired. */
final class UpstreamNews extends Div {

    UpstreamNews(CourseId course, CourseVersion newest, Optional<VersionRetirement> retired) {
        addClassNames("c-surface", "c-studio-stack");
        retired.ifPresent(said -> {
            Moments moments = Moments.in(getLocale());
            add(new Span(getTranslation(
                    said.done() ? "courses.reuse.news.retired" : "courses.reuse.news.retires",
                    said.number(),
                    moments.day(said.at()))));
            if (!said.message().isEmpty()) {
                add(new Span(said.message()));
            }
        });
        add(
                new Span(getTranslation(
                        "courses.reuse.news",
                        newest.number(),
                        newest.manifest().metadata().title())),
                see(course));
    }

    private Component see(CourseId course) {
        Div see = new Div(StudioView.button(
                ReuseNavigation.upstream(course), getTranslation("courses.reuse.news.see"), Glyph.GIT_BRANCH.create()));
        see.addClassName("c-studio-actions");
        return see;
    }
}
