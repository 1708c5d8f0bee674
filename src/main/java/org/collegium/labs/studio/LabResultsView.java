package org.collegium.labs.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsNavigation;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.marking.FailingTest;
import org.collegium.labs.marking.LabResults;
import org.collegium.labs.marking.RunSummary;
import org.collegium.labs.ui.Rows;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** Where the learners of a run fail in a lab, and what can be done about it. */
@Route(value = LabStudioView.RESULTS, layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.RESULTS)
class LabResultsView extends LabStudioView {

    private static final List<String> COLUMNS = List.of("test", "latest", "ever", "said");
    private static final int PAGE = 25;

    private final transient LabResults results;

    LabResultsView(StudioLabs labs, LabResults results) {
        super(labs);
        this.results = results;
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        StudioLabs.Placed lab = labs().lab(course.id(), unit(event));
        CourseRun run = run(course, event);
        RunSummary summary = results.summary(run.id(), lab.unit().key());
        name(getTranslation("labs.results.title", lab.unit().title()));
        PageHeader header =
                new PageHeader(getTranslation("labs.results.heading"), run.title()).above(crumbs(course, lab));
        actions(header, course, lab, run, summary);
        content().add(header);
        if (summary.learners() == 0) {
            content()
                    .add(new EmptyState(
                            Illustration.WORKSHOP,
                            getTranslation("labs.results.empty.title"),
                            getTranslation("labs.results.empty.text")));
            return;
        }
        content().add(counts(summary), tests(course, run, lab));
    }

    private void actions(
            PageHeader header, CourseReference course, StudioLabs.Placed lab, CourseRun run, RunSummary summary) {
        if (labs().may(LabsPermissions.GIVE_POINTS, course) && summary.learners() > 0) {
            header.withActions(button(
                    LabsNavigation.byHand(
                            course.id().value(), lab.unit().key(), run.id().value()),
                    getTranslation("labs.by-hand.title"),
                    Glyph.PENCIL));
        }
        if (labs().may(LabsPermissions.REGRADE, course) && summary.submissions() > 0) {
            header.withActions(button(
                    LabsNavigation.regrades(
                            course.id().value(), lab.unit().key(), run.id().value()),
                    getTranslation("labs.regrade.title"),
                    Glyph.REFRESH_CW));
        }
    }

    private Component counts(RunSummary summary) {
        DescriptionList counts = new DescriptionList();
        counts.addClassName("lab-check-facts");
        count(counts, "learners", summary.learners());
        count(counts, "passed", summary.passed());
        count(counts, "submissions", summary.submissions());
        count(counts, "waiting", summary.waiting());
        count(counts, "by-hand", summary.byHand());
        return counts;
    }

    private void count(DescriptionList counts, String key, int value) {
        counts.add(
                new DescriptionList.Term(getTranslation("labs.results.count." + key)),
                new DescriptionList.Description(number(value)));
    }

    private Component tests(CourseReference course, CourseRun run, StudioLabs.Placed lab) {
        Optional<String> again = labs().may(LabsPermissions.REGRADE, course)
                ? Optional.of(LabsNavigation.regrades(
                        course.id().value(), lab.unit().key(), run.id().value()))
                : Optional.empty();
        Section section = new Section(new H2(getTranslation("labs.results.tests")));
        Paragraph rule = new Paragraph(getTranslation("labs.results.tests.rule"));
        rule.addClassNames("c-muted", "c-small");
        Rows table = new Rows("labs.results.column.", COLUMNS);
        int all = results.count(run.id(), lab.unit().key());
        Button more = new Button(getTranslation("labs.results.more"));
        more.addClickListener(click -> {
            more(run, lab, table, again);
            more.setVisible(table.count() < all);
        });
        more(run, lab, table, again);
        more.setVisible(table.count() < all);
        section.add(rule, table, more);
        section.addClassName("c-studio-stack");
        section.addClassName("lab-wide");
        return section;
    }

    private void more(CourseRun run, StudioLabs.Placed lab, Rows table, Optional<String> again) {
        results.tests(run.id(), lab.unit().key(), new PageRequest(table.count(), PAGE))
                .forEach(test -> row(table, test, again));
    }

    private Component name(FailingTest test, Optional<String> again) {
        Div name = new Div(new Span(test.gradeId()));
        name.addClassName("c-studio-stack");
        if (test.failedEver() > 0) {
            again.ifPresent(address -> {
                Anchor link = new Anchor(
                        address
                                + "?"
                                + QueryParameters.of(RegradesView.TEST, test.gradeId())
                                        .getQueryString(),
                        getTranslation("labs.results.again"));
                link.addClassName("c-small");
                link.setAriaLabel(getTranslation("labs.results.again.of", test.gradeId()));
                name.add(link);
            });
        }
        return name;
    }

    private void row(Rows table, FailingTest test, Optional<String> again) {
        table.row(
                name(test, again),
                share(test.failedLatest(), test.tried()),
                share(test.failedEver(), test.tried()),
                said(test));
    }

    /** The number, and a bar that says the same. */
    private Component share(int failed, int tried) {
        Span words = new Span(getTranslation("labs.results.share", failed, tried));
        words.addClassName("c-number");
        Div bar = new Div();
        bar.addClassName("lab-bar-share");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle().set("--share", Double.toString(tried == 0 ? 0 : (double) failed / tried));
        Div both = new Div(words, bar);
        both.addClassName("lab-share");
        return both;
    }

    private Component said(FailingTest test) {
        Div all = new Div();
        all.addClassName("lab-said");
        test.said().forEach(said -> {
            Pre message = new Pre(said.message());
            message.getElement().setAttribute("tabindex", "0");
            all.add(new Div(message, muted(getTranslation("labs.results.said", said.learners()))));
        });
        if (test.said().isEmpty() && test.failedEver() > 0) {
            all.add(muted(getTranslation("labs.results.silent")));
        }
        return all;
    }
}
