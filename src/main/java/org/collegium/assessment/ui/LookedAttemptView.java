package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.AttemptFilter;
import org.collegium.assessment.AttemptFilter.Which;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.LookedAnswers;
import org.collegium.assessment.LookedAttempt;
import org.collegium.assessment.LookingAtAttempts;
import org.collegium.assessment.LookingPermissions;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseStudioPage;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** An attempt of a learner, with all answers as the learner sees them, its clock, and what came too late. */
@Route(value = AttemptsNavigation.ATTEMPT, layout = MainLayout.class)
@PermitAll
@ViewPermission(LookingPermissions.LOOK)
@StyleSheet("styles/grades.css")
class LookedAttemptView extends CourseStudioPage implements BeforeEnterObserver {

    private static final PageRequest OTHERS = new PageRequest(0, 25);

    private final transient QuizAddresses places;
    private final transient LookingAtAttempts attempts;
    private final transient QuizTexts texts;

    LookedAttemptView(QuizAddresses places, LookingAtAttempts attempts, QuizTexts texts) {
        this.places = places;
        this.attempts = attempts;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters address = event.getRouteParameters();
        CourseReference course = places.course(address).orElseThrow(NotFoundException::new);
        CourseRun run = places.run(address).orElseThrow(NotFoundException::new);
        LookedAnswers looked = QuizAddresses.id(address, "attempt")
                .flatMap(id -> attempts.find(run.id(), new AttemptId(id)))
                .orElseThrow(NotFoundException::new);
        LookedAttempt attempt = looked.attempt();
        String quiz = places.title(run, attempt.unitKey());
        name(attempt.name());
        content().removeAll();
        content()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("assessment.looked.of", quiz, attempt.number()))
                                .above(crumbs(
                                        course,
                                        new Crumb(
                                                AttemptsNavigation.list(
                                                        course.id().value(),
                                                        run.id().value(),
                                                        attempt.unitKey(),
                                                        ""),
                                                getTranslation("assessment.looked.title")))),
                        body(run, looked));
    }

    private Component body(CourseRun run, LookedAnswers looked) {
        Div body = new Div(new LookedSummary(looked));
        others(run, looked.attempt()).ifPresent(body::add);
        Section answers = new Section(new H2(getTranslation("assessment.looked.answers")));
        answers.addClassName("c-studio-stack");
        answers.add(answers(places, texts, run, looked));
        body.add(answers);
        body.addClassNames("c-studio", "c-column-narrow");
        return body;
    }

    /** The answers, or why there are none. */
    static Component answers(QuizAddresses places, QuizTexts texts, CourseRun run, LookedAnswers looked) {
        return looked.result()
                .flatMap(result -> places.place(run, looked.attempt().unitKey())
                        .map(place -> (Component) new AnsweredAttempt(place, texts, result, looked.unnamed())))
                .orElseGet(() -> {
                    Div none = new Div();
                    none.setText(none.getTranslation("assessment.looked.still-open"));
                    return none;
                });
    }

    /** The way to other attempts of the same learner at the same quiz. */
    private Optional<Component> others(CourseRun run, LookedAttempt attempt) {
        List<LookedAttempt> all =
                attempts
                        .list(run.id(), new AttemptFilter(Which.ALL, attempt.unitKey(), attempt.email()), OTHERS)
                        .stream()
                        .filter(other -> other.learner().equals(attempt.learner()))
                        .filter(other -> !other.id().equals(attempt.id()))
                        .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Div links = new Div();
        links.addClassName("c-studio-actions");
        all.forEach(other -> links.add(new Anchor(
                AttemptsNavigation.attempt(run, other.id().value()),
                getTranslation("assessment.looked.number", other.number()))));
        return Optional.of(links);
    }
}
