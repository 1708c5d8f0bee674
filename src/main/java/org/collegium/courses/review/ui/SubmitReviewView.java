package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.review.ReviewAddresses;
import org.collegium.courses.review.SubmitPlan;
import org.collegium.courses.review.SubmitResult;
import org.collegium.courses.review.SubmittingCourses;
import org.collegium.courses.ui.CoursesNavigation;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** Puts a draft before reviewers: which stages it goes through, what must be mended first, a note. */
@Route(value = "studio/courses/:course/review", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class SubmitReviewView extends ReviewPage implements BeforeEnterObserver {

    private final transient SubmittingCourses submitting;

    SubmitReviewView(SubmittingCourses submitting) {
        this.submitting = submitting;
    }

    /** The course that an address names. */
    static Optional<CourseId> course(RouteParameters address) {
        try {
            return address.get("course").map(UUID::fromString).map(CourseId::new);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseId course = course(event.getRouteParameters()).orElseThrow(NotFoundException::new);
        SubmitPlan plan = submitting.plan(course).orElseThrow(NotFoundException::new);
        name(getTranslation("courses.review.submit.page", plan.title()));
        content().removeAll();
        content()
                .add(new PageHeader(
                                getTranslation("courses.review.submit.heading"),
                                getTranslation(
                                        plan.required()
                                                ? "courses.review.submit.lead.required"
                                                : "courses.review.submit.lead"))
                        .above(crumbs(
                                new Crumb(CoursesNavigation.list(), getTranslation("courses.list.title")),
                                new Crumb(CoursesNavigation.course(course), plan.title()))));
        plan.live().ifPresent(live -> content().add(live(live)));
        content().add(stages(plan));
        if (!plan.blocks().isEmpty()) {
            content()
                    .add(notice(
                            getTranslation(
                                    "courses.publish.blocked", plan.blocks().size()),
                            link(
                                    CoursesNavigation.course(course) + "/checks?severity=BLOCKS",
                                    getTranslation("courses.review.submit.checks"))));
        } else if (plan.nothingNew()) {
            content().add(notice(getTranslation("courses.review.nothing-new")));
        } else {
            content().add(form(course, plan));
        }
    }

    private Component live(SubmitPlan.Live live) {
        Div line = new Div(
                new ReviewBadge(live.state()),
                link(ReviewAddresses.of(live.id()), getTranslation("courses.review.submit.live", live.round())));
        line.addClassName("c-studio-actions");
        return line;
    }

    private Component stages(SubmitPlan plan) {
        Section section =
                new Section(new H2(getTranslation("courses.review.stages")), new StageLine(plan.stages(), -1, false));
        section.addClassName("c-surface");
        return section;
    }

    private static Component notice(String words, Component... more) {
        Div text = new Div(new Paragraph(words));
        text.add(more);
        Div notice = new Div(Glyph.CIRCLE_ALERT.create(), text);
        notice.addClassNames("c-notice", "c-notice-waiting");
        return notice;
    }

    private Component form(CourseId course, SubmitPlan plan) {
        TextArea note = new TextArea(getTranslation("courses.review.note"));
        note.setHelperText(getTranslation("courses.review.note.help"));
        note.setWidthFull();
        FieldFaults faults = new FieldFaults(Map.of("courses.review.note", note));
        Div form = new Div(note);
        form.addClassName("c-studio-form");
        KeptTyping typing = new KeptTyping(form, "submit/" + course).with("note", note);
        Button submit = new Button(
                getTranslation(plan.live().isPresent() ? "courses.review.submit.again" : "courses.review.submit.do"));
        submit.addThemeNames("primary");
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> {
            submit.setEnabled(true);
            try {
                switch (submitting.submit(course, plan.revision(), note.getValue())) {
                    case SubmitResult.Submitted submitted -> {
                        typing.forget();
                        Toasts.show(getTranslation("courses.review.submit.done", submitted.round()));
                        go(ReviewAddresses.of(submitted.review()));
                    }
                    case SubmitResult.Blocked blocked ->
                        Toasts.problem(getTranslation(
                                "courses.publish.blocked", blocked.checks().size()));
                }
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        Span frozen = new Span(getTranslation("courses.review.submit.frozen"));
        frozen.addClassNames("c-muted", "c-small");
        Div foot = new Div(submit, frozen);
        foot.addClassName("c-studio-actions");
        form.add(foot);
        return form;
    }
}
