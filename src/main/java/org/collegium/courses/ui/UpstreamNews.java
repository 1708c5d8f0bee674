package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.derived.DerivedCourses;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;

/** Says that the course from which one comes has a newer version, or that it, or the version that was taken over, is retired. */
final class UpstreamNews extends Div {

    private UpstreamNews() {
        addClassNames("c-surface", "c-studio-stack");
    }

    /** What there is to say, empty for nothing. */
    static Optional<UpstreamNews> of(CourseId course, DerivedCourses derived) {
        UpstreamNews news = new UpstreamNews();
        derived.upstreamRetirement(course)
                .ifPresent(said -> news.say(
                        news.getTranslation(
                                said.done() ? "courses.reuse.news.course-retired" : "courses.reuse.news.course-retires",
                                news.day(said.at())),
                        said.message()));
        derived.news(course).ifPresent(newest -> {
            derived.retirement(course)
                    .ifPresent(said -> news.say(
                            news.getTranslation(
                                    said.done() ? "courses.reuse.news.retired" : "courses.reuse.news.retires",
                                    said.number(),
                                    news.day(said.at())),
                            said.message()));
            news.add(
                    new Span(news.getTranslation(
                            "courses.reuse.news",
                            newest.number(),
                            newest.manifest().metadata().title())),
                    news.see(course));
        });
        return news.getComponentCount() == 0 ? Optional.empty() : Optional.of(news);
    }

    private void say(String what, String message) {
        add(new Span(what));
        if (!message.isEmpty()) {
            add(new Span(message));
        }
    }

    private String day(Instant at) {
        return Moments.in(getLocale()).day(at);
    }

    private Component see(CourseId course) {
        Div see = new Div(StudioView.button(
                ReuseNavigation.upstream(course), getTranslation("courses.reuse.news.see"), Glyph.GIT_BRANCH.create()));
        see.addClassName("c-studio-actions");
        return see;
    }
}
