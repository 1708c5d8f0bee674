package org.collegium.assessment.regrading.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.assessment.regrading.QuizRegrades;
import org.collegium.assessment.regrading.Regrade;
import org.collegium.assessment.regrading.RegradeRule;
import org.collegium.assessment.regrading.RegradeState;
import org.collegium.assessment.regrading.RegradingPermissions;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseUnit;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** A correction as it goes on: its progress, who would change, and the decision. One may leave it and come back. */
@Route(value = RegradingNavigation.REGRADE, layout = MainLayout.class)
@PermitAll
@ViewPermission(RegradingPermissions.REGRADE)
class QuizRegradeView extends RegradingPage implements BeforeEnterObserver {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final transient AnsweredQuizzes quizzes;
    private final transient QuizRegrades regrades;
    private final Div state = new Div();
    private final Div head = new Div();
    private final Paragraph words = new Paragraph();
    private final ProgressBar bar = new ProgressBar(0, 1);
    private final Div decision = new Div();
    private final Div below = new Div();
    private final RadioButtonGroup<RegradeRule> rule = new RadioButtonGroup<>();
    private final TextField undoing = new TextField();
    private final transient FieldFaults faults = new FieldFaults(Map.of("assessment.regrade.reason", undoing));
    private transient @Nullable Regrade shown;
    private transient @Nullable CourseId course;
    private final Polling polling = new Polling(this, this::follow);

    QuizRegradeView(AnsweredQuizzes quizzes, QuizRegrades regrades) {
        this.quizzes = quizzes;
        this.regrades = regrades;
        state.addClassNames("c-surface", "grade-state");
        words.getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
        head.addClassName("grade-state");
        decision.addClassName("grade-state");
        state.add(head, words, bar, decision);
        below.addClassName("c-studio");
        rule.setLabel(getTranslation("assessment.regrade.rule"));
        rule.addThemeNames("vertical");
        rule.setItems(RegradeRule.values());
        rule.setItemLabelGenerator(one -> getTranslation("assessment.regrade.rule." + one.name()));
        rule.setValue(RegradeRule.BETTER);
        undoing.setLabel(getTranslation("assessment.regrade.undo.why"));
        undoing.setHelperText(getTranslation("assessment.regrade.why.help"));
        undoing.setWidthFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference found = sure(quizzes.course(event.getRouteParameters()));
        CourseUnit quiz = sure(quizzes.quiz(found.id(), event.getRouteParameters()));
        CourseRun run = sure(quizzes.run(found.id(), event.getRouteParameters()));
        UUID id = sure(AnsweredQuizzes.id(event.getRouteParameters(), "regrade"));
        Regrade regrade =
                sure(regrades.find(run.id(), id).filter(one -> one.unitKey().equals(quiz.key())));
        course = found.id();
        name(getTranslation("assessment.regrade.title.of", quiz.title()));
        content().removeAll();
        content()
                .add(
                        new PageHeader(getTranslation("assessment.regrade.title"), regrade.reason())
                                .above(crumbs(
                                        found,
                                        quiz,
                                        new Crumb(
                                                RegradingNavigation.keys(
                                                        found.id().value(),
                                                        quiz.key(),
                                                        run.id().value()),
                                                run.title()))),
                        state,
                        below);
        rule.setValue(regrade.undoes() == null ? RegradeRule.BETTER : RegradeRule.EXACT);
        shown = null;
        show(regrade);
    }

    private void follow() {
        Regrade before = shown;
        if (before != null) {
            regrades.find(before.run(), before.id()).ifPresent(this::show);
        }
    }

    private void show(Regrade now) {
        polling.whilst(now.state().isWorking(), OFTEN);
        if (now.equals(shown)) {
            return;
        }
        boolean otherState = shown == null || shown.state() != now.state();
        shown = now;
        head.removeAll();
        head.add(RegradeHistory.badge(this, now), who(now));
        if (now.undoes() != null) {
            head.add(muted(getTranslation("assessment.regrade.undoes")));
        }
        words.setText(words(now));
        bar.setVisible(now.state().isWorking());
        bar.setValue(now.fraction());
        bar.getElement().setAttribute("aria-label", getPageTitle());
        if (otherState) {
            decision.removeAll();
            if (now.state() == RegradeState.PREVIEWED && now.counts().worse() > 0) {
                decision.add(rule);
            }
            decision.add(actions(now));
            decision.setVisible(now.state() == RegradeState.PREVIEWED || now.state() == RegradeState.GRADING);
            below.removeAll();
            if (now.state() != RegradeState.GRADING && now.counts().changed() > 0) {
                below.add(new RegradeChanges(now, regrades, this::number));
            }
            if (now.holds() && now.state() == RegradeState.APPLIED) {
                below.add(undo(now));
            }
        }
    }

    private Component who(Regrade now) {
        String name = now.begunByName();
        Div who = new Div(
                muted(getTranslation(
                        "assessment.regrade.by", name == null ? getTranslation("assessment.regrade.somebody") : name)),
                muted(moment(now.begunAt())));
        who.addClassName("c-studio-actions");
        return who;
    }

    private String words(Regrade now) {
        Regrade.Counts counts = now.counts();
        return switch (now.state()) {
            case GRADING -> getTranslation("assessment.regrade.words.GRADING", counts.graded(), counts.total());
            case PREVIEWED ->
                counts.changed() == 0
                        ? getTranslation("assessment.regrade.words.same", counts.total())
                        : getTranslation("assessment.regrade.words.PREVIEWED", counts.changed(), counts.total());
            case APPLYING ->
                getTranslation("assessment.regrade.words.APPLYING", counts.applied() + counts.kept(), counts.total());
            case APPLIED -> getTranslation("assessment.regrade.words.APPLIED", counts.applied(), counts.kept());
            case CANCELLED -> getTranslation("assessment.regrade.words.CANCELLED");
        };
    }

    private Component actions(Regrade now) {
        Div actions = new Div();
        actions.addClassName("c-studio-actions");
        if (now.state() == RegradeState.PREVIEWED) {
            Button apply = new Button(getTranslation("assessment.regrade.apply"), click -> ask(now));
            apply.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(apply);
        }
        if (now.state() == RegradeState.PREVIEWED || now.state() == RegradeState.GRADING) {
            String verb = now.state() == RegradeState.PREVIEWED ? "discard" : "cancel";
            actions.add(new Button(getTranslation("assessment.regrade." + verb), click -> {
                regrades.cancel(now.run(), now.id());
                follow();
                focus();
            }));
        }
        return actions;
    }

    private void ask(Regrade now) {
        Regrade.Counts counts = now.counts();
        boolean exact = rule.getValue() == RegradeRule.EXACT;
        List<String> consequences = new ArrayList<>();
        consequences.add(getTranslation("assessment.regrade.consequence.better", counts.better()));
        consequences.add(
                getTranslation("assessment.regrade.consequence." + (exact ? "worse" : "kept"), counts.worse()));
        if (counts.newlyPassed() > 0) {
            consequences.add(getTranslation("assessment.regrade.consequence.pass", counts.newlyPassed()));
        }
        if (exact && counts.noLongerPassed() > 0) {
            consequences.add(getTranslation("assessment.regrade.consequence.fail", counts.noLongerPassed()));
        }
        consequences.add(getTranslation("assessment.regrade.consequence.later"));
        consequences.add(getTranslation("assessment.regrade.consequence.told"));
        new ConfirmWithConsequences(
                        getTranslation("assessment.regrade.confirm"),
                        consequences,
                        getTranslation("assessment.regrade.confirm.verb"),
                        () -> apply(now))
                .saying(getTranslation("assessment.regrade.confirm.lead"))
                .open();
    }

    private void apply(Regrade now) {
        try {
            regrades.apply(now.run(), now.id(), rule.getValue());
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
        follow();
        focus();
    }

    /** What was pressed is gone; what became of it is said there. */
    private void focus() {
        words.getElement().executeJs("this.focus()");
    }

    private Component undo(Regrade now) {
        Button undo = new Button(getTranslation("assessment.regrade.undo"), click -> undone(now));
        Section section = new Section(undoing, new Div(undo));
        section.addClassNames("c-surface", "grade-decision", "c-column-narrow");
        return section;
    }

    private void undone(Regrade now) {
        faults.readable();
        CourseId of = course;
        if (of == null) {
            return;
        }
        try {
            UUID back = regrades.undo(now.run(), now.id(), undoing.getValue());
            UI.getCurrent()
                    .navigate(RegradingNavigation.regrade(
                                    of.value(), now.unitKey(), now.run().value(), back)
                            .substring(1));
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        follow();
    }
}
