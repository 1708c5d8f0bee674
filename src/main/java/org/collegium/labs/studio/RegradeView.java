package org.collegium.labs.studio;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.marking.Regrade;
import org.collegium.labs.marking.RegradeState;
import org.collegium.labs.marking.Regrades;
import org.collegium.labs.ui.HaltNotice;
import org.collegium.labs.work.GradingHindrance;
import org.collegium.labs.work.LabWork;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** Grading again as it goes on: its progress, who would change, and the decision. One may leave it and come back. */
@Route(value = LabStudioView.REGRADES + "/:regrade", layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.REGRADE)
class RegradeView extends LabStudioView {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final transient Regrades regrades;
    private final transient LabWork work;
    private final Div state = new Div();
    private final Div below = new Div();
    private transient @Nullable Regrade shown;
    private transient Optional<GradingHindrance> halted = Optional.empty();
    private transient @Nullable Address address;
    private final Polling polling = new Polling(this, this::follow);

    /** What the address of the page names. */
    private record Address(CourseRunId run, UUID regrade) {}

    RegradeView(StudioLabs labs, Regrades regrades, LabWork work) {
        super(labs);
        this.regrades = regrades;
        this.work = work;
        state.addClassNames("c-surface", "lab-regrade");
        below.addClassName("c-studio");
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        StudioLabs.Placed lab = labs().lab(course.id(), unit(event));
        CourseRun run = run(course, event);
        address = new Address(run.id(), id(event.getRouteParameters(), "regrade"));
        Regrade regrade = regrades.find(run.id(), address.regrade())
                .filter(found -> found.unitKey().equals(lab.unit().key()))
                .orElseThrow(NotFoundException::new);
        name(getTranslation("labs.regrade.title.of", lab.unit().title()));
        content()
                .add(
                        new PageHeader(getTranslation("labs.regrade.title"), regrade.reason())
                                .above(crumbs(course, lab, run)),
                        state,
                        below);
        shown = null;
        show(regrade);
    }

    private void follow() {
        if (address != null) {
            regrades.find(address.run(), address.regrade()).ifPresent(this::show);
        }
    }

    private void show(Regrade now) {
        polling.whilst(now.state().isWorking(), OFTEN);
        Optional<GradingHindrance> hindrance =
                now.state() == RegradeState.GRADING ? work.hindrance() : Optional.empty();
        if (now.equals(shown) && hindrance.equals(halted)) {
            return;
        }
        halted = hindrance;
        boolean otherState = shown == null || shown.state() != now.state();
        shown = now;
        state.removeAll();
        state.add(badge(this, now), who(now), new Paragraph(words(now)));
        if (now.state().isWorking()) {
            ProgressBar bar = new ProgressBar(0, 1, now.fraction());
            bar.getElement().setAttribute("aria-label", getPageTitle());
            state.add(bar);
        }
        if (halted.isPresent()) {
            state.add(new HaltNotice(halted.get()));
        } else {
            now.obstacle()
                    .ifPresent(obstacle -> state.add(
                            new Paragraph(getTranslation("labs.check.obstacle", obstacle)),
                            new Paragraph(getTranslation("labs.check.obstacle.remedy"))));
        }
        state.add(actions(now));
        if (otherState) {
            below.removeAll();
            if (now.state() != RegradeState.GRADING) {
                below.add(new RegradeChanges(now, regrades));
            }
        }
    }

    private Component who(Regrade now) {
        String name = now.begunByName();
        Div who = new Div(
                muted(getTranslation("labs.regrade.by", name == null ? getTranslation("labs.regrade.somebody") : name)),
                new Times(now.begunAt()));
        who.addClassName("c-studio-actions");
        return who;
    }

    private String words(Regrade now) {
        return switch (now.state()) {
            case GRADING -> getTranslation("labs.regrade.words.GRADING", now.graded(), now.total());
            case PREVIEWED ->
                now.changed() == 0
                        ? getTranslation("labs.regrade.words.same", now.total())
                        : getTranslation("labs.regrade.words.PREVIEWED", now.changed(), now.total());
            case APPLYING -> getTranslation("labs.regrade.words.APPLYING", now.applied(), now.changed());
            case APPLIED -> getTranslation("labs.regrade.words.APPLIED", now.applied(), now.skipped());
            case CANCELLED -> getTranslation("labs.regrade.words.CANCELLED", now.applied());
        };
    }

    private Component actions(Regrade now) {
        Div actions = new Div();
        actions.addClassName("c-studio-actions");
        if (now.state() == RegradeState.PREVIEWED && now.changed() > 0) {
            Button apply = new Button(getTranslation("labs.regrade.apply", now.changed()), click -> ask(now));
            apply.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(apply);
        }
        if (!now.state().isOver()) {
            String verb = now.state() == RegradeState.PREVIEWED ? "labs.regrade.discard" : "labs.regrade.cancel";
            actions.add(new Button(getTranslation(verb), click -> {
                regrades.cancel(now.run(), now.id());
                follow();
            }));
        }
        return actions;
    }

    private void ask(Regrade now) {
        List<String> consequences = new ArrayList<>();
        consequences.add(getTranslation("labs.regrade.consequence.changed", now.better(), now.worse()));
        if (now.newlyPassed() > 0) {
            consequences.add(getTranslation("labs.regrade.consequence.pass", now.newlyPassed()));
        }
        if (now.noLongerPassed() > 0) {
            consequences.add(getTranslation("labs.regrade.consequence.fail", now.noLongerPassed()));
        }
        consequences.add(getTranslation("labs.regrade.consequence.told"));
        consequences.add(getTranslation("labs.regrade.consequence.history"));
        new ConfirmWithConsequences(
                        getTranslation("labs.regrade.confirm", now.changed()),
                        consequences,
                        getTranslation("labs.regrade.confirm.verb"),
                        () -> apply(now))
                .open();
    }

    private void apply(Regrade now) {
        try {
            regrades.apply(now.run(), now.id());
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
        follow();
    }

    static StatusBadge badge(Component page, Regrade regrade) {
        Status status = switch (regrade.state()) {
            case GRADING, PREVIEWED, APPLYING -> Status.WAITING;
            case APPLIED -> Status.GOOD;
            case CANCELLED -> Status.NEUTRAL;
        };
        return new StatusBadge(
                status,
                page.getTranslation("labs.regrade.state." + regrade.state().name()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        follow();
    }
}
