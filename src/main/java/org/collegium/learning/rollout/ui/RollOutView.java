package org.collegium.learning.rollout.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.PublishedVersion;
import org.collegium.courses.RunHistory;
import org.collegium.identity.ViewPermission;
import org.collegium.learning.rollout.RollOuts;
import org.collegium.learning.rollout.RunEffect;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/**
 * Gives runs another version: which one, which runs, what it will change for whom, then the change as it goes on, and what went before.
 * The address holds what is chosen.
 */
@Route(value = RollOutNavigation.ROUTE, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.RUNS)
class RollOutView extends CourseStudioPage implements BeforeEnterObserver {

    private final transient Courses courses;
    private final transient RollOutChoices choices;
    private final transient RollOuts rollOuts;
    private final transient RunHistory history;

    RollOutView(Courses courses, RollOutChoices choices, RollOuts rollOuts, RunHistory history) {
        this.courses = courses;
        this.choices = choices;
        this.rollOuts = rollOuts;
        this.history = history;
        name(getTranslation("learning.rollout.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course =
                courses.find(course(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        QueryParameters query = event.getLocation().getQueryParameters();
        RollOutChoices.Choice choice = choices.read(course.id(), query);
        content().removeAll();
        content()
                .add(new PageHeader(getPageTitle(), getTranslation("learning.rollout.lead"))
                        .above(crumbs(
                                course,
                                new Crumb(
                                        "/studio/courses/" + course.id() + "/versions",
                                        getTranslation("learning.rollout.versions")))));
        if (choice.versions().size() < 2 || choice.runs().isEmpty()) {
            content()
                    .add(new EmptyState(
                            Illustration.SIGNPOST,
                            getTranslation("learning.rollout.empty.title"),
                            getTranslation("learning.rollout.empty.text")));
            return;
        }
        content().add(new RollOutStates(course.id(), rollOuts, () -> again(course.id(), choice)));
        content().add(new RollOutForm(choice, query));
        if (choice.isRetired()) {
            content()
                    .add(new Paragraph(getTranslation(
                            "learning.rollout.retired", choice.version().number())));
        } else if (!choice.chosen().isEmpty()) {
            content().add(preview(course.id(), choice, query));
        }
        content().add(new RollOutHistory(course.id(), history, query));
    }

    private Section preview(CourseId course, RollOutChoices.Choice choice, QueryParameters query) {
        Section section = new Section(new H2(getTranslation("learning.rollout.preview")));
        section.addClassName("c-studio-stack");
        PublishedVersion version = choice.version();
        List<RunEffect> effects = rollOuts.preview(
                course,
                version.id(),
                choice.chosen().stream().map(CourseRun::id).toList());
        effects.forEach(effect -> section.add(new RunEffectPanel(choice, effect, rollOuts, query)));
        section.add(new Paragraph(getTranslation("learning.rollout.stays")));
        Checkbox mails = new Checkbox(getTranslation("learning.rollout.mails"));
        mails.setHelperText(getTranslation("learning.rollout.mails.help"));
        UUID id = Uuids.next();
        Map<CourseRunId, CourseVersionId> seen =
                effects.stream().map(RunEffect::run).collect(Collectors.toMap(CourseRun::id, CourseRun::version));
        Button begin = new Button(getTranslation("learning.rollout.begin", version.number(), effects.size()));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setDisableOnClick(true);
        begin.addClickListener(click -> {
            try {
                rollOuts.begin(course, id, version.id(), seen, mails.getValue());
                Toasts.show(getTranslation("learning.rollout.begun"));
                UI.getCurrent().navigate(RollOutNavigation.path(course));
            } catch (RuleViolation violation) {
                Toasts.problem(
                        getTranslation(violation.code(), violation.arguments().toArray()));
                begin.setEnabled(true);
            }
        });
        Div actions = new Div(begin);
        actions.addClassName("c-studio-actions");
        section.add(mails, actions);
        return section;
    }

    /** A roll-out has ended: what is shown of the runs is no more as it is. */
    private static void again(CourseId course, RollOutChoices.Choice choice) {
        if (choice.chosen().isEmpty()) {
            UI.getCurrent().navigate(RollOutNavigation.path(course));
        }
    }
}
