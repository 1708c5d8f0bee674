package org.collegium.assessment.appeals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.LookingAtAttempts;
import org.collegium.assessment.LookingPermissions;
import org.collegium.assessment.appeals.Appeal;
import org.collegium.assessment.appeals.Appeals;
import org.collegium.assessment.appeals.AppealsPermissions;
import org.collegium.assessment.regrading.RegradingPermissions;
import org.collegium.assessment.regrading.ui.RegradingNavigation;
import org.collegium.assessment.ui.AnsweredQuestions;
import org.collegium.assessment.ui.AttemptsNavigation;
import org.collegium.assessment.ui.LateLines;
import org.collegium.assessment.ui.QuizAddresses;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** An appeal: what the learner writes, how the question is graded now, and the reply. */
@Route(value = AppealsPage.APPEAL, layout = MainLayout.class)
@PermitAll
@ViewPermission(AppealsPermissions.REPLY)
class AppealView extends AppealsPage implements BeforeEnterObserver {

    private final transient QuizAddresses places;
    private final transient Appeals appeals;
    private final transient AnsweredQuestions questions;
    private final transient LookingAtAttempts attempts;
    private final transient Access access;
    private final transient Clock clock;
    private final TextArea reply = new TextArea();
    private final NumberField points = new NumberField();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("assessment.appeal.text", reply, "assessment.appeal.points", points));
    private final Div below = new Div();

    AppealView(
            QuizAddresses places,
            Appeals appeals,
            AnsweredQuestions questions,
            LookingAtAttempts attempts,
            Access access,
            Clock clock) {
        this.places = places;
        this.appeals = appeals;
        this.questions = questions;
        this.attempts = attempts;
        this.access = access;
        this.clock = clock;
        below.addClassNames("c-studio", "c-column-narrow");
        reply.setLabel(getTranslation("assessment.appeal.reply"));
        reply.setHelperText(getTranslation("assessment.appeal.reply.help"));
        reply.setWidthFull();
        points.setLabel(getTranslation("assessment.appeal.points.field"));
        points.setI18n(new NumberFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = places.course(event.getRouteParameters()).orElseThrow(NotFoundException::new);
        CourseRun run = places.run(event.getRouteParameters()).orElseThrow(NotFoundException::new);
        UUID id = QuizAddresses.id(event.getRouteParameters(), "appeal").orElseThrow(NotFoundException::new);
        Appeal appeal = appeals.find(run.id(), id).orElseThrow(NotFoundException::new);
        String quiz = places.title(run, appeal.unitKey());
        name(getTranslation("assessment.appeal.of", appeal.name()));
        content().removeAll();
        content()
                .add(
                        new PageHeader(
                                        getPageTitle(),
                                        getTranslation("assessment.appeal.of.lead", quiz, appeal.number()))
                                .above(crumbs(
                                        course,
                                        new Crumb(
                                                "/studio/courses/" + course.id() + "/appeals?run=" + run.id(),
                                                getTranslation("assessment.appeal.title")))),
                        below);
        show(course, run, appeal);
    }

    private void show(CourseReference course, CourseRun run, Appeal appeal) {
        Optional<AttemptResult> result = appeals.attempt(run.id(), appeal.id());
        Div state = new Div(
                badge(appeal, clock.instant()),
                muted(getTranslation("assessment.appeal.since", moment(appeal.appealedAt()))));
        if (appeal.waits()) {
            state.add(muted(getTranslation("assessment.appeal.due", moment(appeal.replyDue()))));
        }
        state.addClassName("c-studio-actions");
        Section written = new Section(new H2(getTranslation("assessment.appeal.written")), state, text(appeal.text()));
        written.addClassNames("c-surface", "grade-decision");
        Section graded = new Section(new H2(getTranslation("assessment.appeal.graded")));
        graded.addClassName("c-studio-stack");
        graded.add(result.flatMap(found -> places.place(run, appeal.unitKey())
                        .flatMap(place -> questions.of(place, found, appeal.question())))
                .orElseGet(() -> new Paragraph(getTranslation("assessment.appeal.gone"))));
        below.removeAll();
        below.add(written, graded);
        if (access.mayFor(LookingPermissions.LOOK, course.partner().value())) {
            below.add(around(run, appeal));
        }
        if (!appeal.waits()) {
            below.add(replied(appeal));
        } else {
            result.ifPresent(found -> below.add(replying(course, run, appeal, found)));
        }
    }

    /** What of the attempt bears on the appeal: what came too late, and the way to all of it. */
    private Component around(CourseRun run, Appeal appeal) {
        Div around = new Div();
        attempts.find(run.id(), appeal.attempt())
                .ifPresent(looked -> LateLines.of(looked).ifPresent(around::add));
        around.add(new Anchor(
                AttemptsNavigation.attempt(run, appeal.attempt().value()), getTranslation("assessment.looked.whole")));
        around.addClassName("c-studio-stack");
        return around;
    }

    private static Paragraph text(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("grade-text");
        return words;
    }

    private Component replied(Appeal appeal) {
        Instant at = appeal.repliedAt();
        String when = at == null ? "" : moment(at);
        Section said = new Section(
                new H2(getTranslation("assessment.appeal.reply.said")),
                muted(
                        appeal.repliedBy().isEmpty()
                                ? getTranslation("assessment.appeal.replied", when)
                                : getTranslation("assessment.appeal.replied-by", when, appeal.repliedBy())),
                text(appeal.reply()));
        said.addClassNames("c-surface", "grade-decision");
        return said;
    }

    private Component replying(CourseReference course, CourseRun run, Appeal appeal, AttemptResult result) {
        double most = result.question(appeal.question()).points();
        double now = result.grade().byQuestion().getOrDefault(appeal.question(), 0.0);
        points.setValue(most);
        points.setHelperText(getTranslation("assessment.appeal.points.help", number(appeal.points()), number(most)));
        Section section = new Section(new H2(getTranslation("assessment.appeal.reply")));
        if (now > appeal.points()) {
            Paragraph corrected =
                    new Paragraph(getTranslation("assessment.appeal.corrected", number(now), number(most), most));
            corrected.addClassName("c-notice");
            section.add(corrected);
        } else if (access.mayFor(RegradingPermissions.REGRADE, course.partner().value())) {
            Paragraph key = new Paragraph(new Span(getTranslation("assessment.appeal.regrade") + " "));
            key.add(new Anchor(
                    RegradingNavigation.keys(
                            course.id().value(), appeal.unitKey(), run.id().value()),
                    getTranslation("assessment.appeal.regrade.link")));
            key.addClassNames("c-muted", "c-small");
            section.add(key);
        }
        KeptTyping typing = new KeptTyping(section, "appeal-reply/" + appeal.id()).with("reply", reply);
        Button grant = new Button(
                getTranslation("assessment.appeal.grant"), click -> reply(course, run, appeal, typing, true));
        grant.addThemeVariants(ButtonVariant.PRIMARY);
        Button decline = new Button(
                getTranslation("assessment.appeal.decline"), click -> reply(course, run, appeal, typing, false));
        Div acts = new Div(grant, decline);
        acts.addClassName("c-studio-actions");
        section.add(reply, points, acts);
        section.addClassNames("c-surface", "grade-decision");
        return section;
    }

    private void reply(CourseReference course, CourseRun run, Appeal appeal, KeptTyping typing, boolean granted) {
        if (!faults.readable() && granted) {
            return;
        }
        try {
            Double given = points.getValue();
            if (granted) {
                appeals.grant(run.id(), appeal.id(), given == null ? 0 : given, reply.getValue());
            } else {
                appeals.decline(run.id(), appeal.id(), reply.getValue());
            }
            typing.forget();
            Toasts.show(getTranslation(granted ? "assessment.appeal.granted.done" : "assessment.appeal.declined.done"));
            show(course, run, appeals.find(run.id(), appeal.id()).orElseThrow(NotFoundException::new));
            below.getChildren().reduce((first, last) -> last).ifPresent(FocusAgain::at);
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
