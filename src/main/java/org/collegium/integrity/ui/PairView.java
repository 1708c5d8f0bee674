package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Prose;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.identity.ViewPermission;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.cases.OpeningCases;
import org.collegium.integrity.similarity.Comparisons;
import org.collegium.integrity.similarity.SideBySide;
import org.collegium.integrity.similarity.Wording;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** Two texts beside each other; on a phone one above the other. */
@Route(value = "studio/courses/:course/integrity/runs/:run/pairs/:pair", layout = MainLayout.class)
@PermitAll
@ViewPermission(IntegrityPermissions.LOOK)
class PairView extends StudioIntegrityView {

    private final transient Comparisons comparisons;
    private final transient OpeningCases opening;
    private final transient LessonRenderer renderer;

    PairView(StudioCourses courses, Comparisons comparisons, OpeningCases opening, LessonRenderer renderer) {
        super(courses);
        this.comparisons = comparisons;
        this.opening = opening;
        this.renderer = renderer;
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        CourseRun run = run(course, event);
        SideBySide found = comparisons
                .find(run.id(), id(event.getRouteParameters(), "pair"))
                .orElseThrow(NotFoundException::new);
        String left = found.pair().leftName();
        String right = found.pair().rightName();
        name(getTranslation("integrity.pair.title", left, right));
        Button open = new Button(
                getTranslation("integrity.case.open"),
                Glyph.SCALE.create(),
                click -> new OpenCaseDialog(
                                "pair/" + found.pair().id(),
                                said -> opening.ofPair(run.id(), found.pair().id(), said),
                                course.id().value())
                        .open());
        content()
                .add(new PageHeader(
                                getTranslation("integrity.pair.title", left, right),
                                getTranslation(
                                        "integrity.pair.lead",
                                        Said.here().percent(found.pair().share()),
                                        found.passages().size()))
                        .above(crumbs(course, run.id().value()))
                        .withActions(open));
        Paragraph rule = new Paragraph(getTranslation(
                found.wording() == Wording.CODE ? "integrity.pair.rule.code" : "integrity.pair.rule.prose"));
        rule.addClassNames("c-muted", "c-small");
        content().add(rule);
        if (!found.part().isBlank()) {
            content().add(asked(found.part()));
        }
        content().add(new TextsBeside(found, "/" + event.getLocation().getPath()));
    }

    private Component asked(String markdown) {
        Div asked = new Div(new Prose(renderer.render(markdown, LinkResolver.none(), getLocale())));
        asked.addClassName("c-surface");
        Section section = new Section(new H2(getTranslation("integrity.pair.asked")), asked);
        section.addClassName("integrity-part");
        return section;
    }
}
