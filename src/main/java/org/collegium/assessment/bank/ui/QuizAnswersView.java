package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.assessment.bank.ItemAnalysis;
import org.collegium.assessment.bank.QuestionStatistics;
import org.collegium.assessment.regrading.RegradingPermissions;
import org.collegium.assessment.regrading.ui.RegradingNavigation;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Prose;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.jspecify.annotations.Nullable;

/** How the questions of a quiz are answered, in all runs or in the one that the address names. */
@Route(value = BankNavigation.QUIZ, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class QuizAnswersView extends BankView implements BeforeEnterObserver {

    private final transient CourseQuizzes quizzes;
    private final transient QuestionStatistics statistics;
    private final transient LessonRenderer renderer;
    private final transient Access access;

    QuizAnswersView(CourseQuizzes quizzes, QuestionStatistics statistics, LessonRenderer renderer, Access access) {
        this.quizzes = quizzes;
        this.statistics = statistics;
        this.renderer = renderer;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = quizzes.course(event.getRouteParameters());
        CourseUnit unit = quizzes.quiz(course.id(), event.getRouteParameters());
        List<CourseRun> runs = quizzes.runs(course.id());
        CourseRun run = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("run")
                .flatMap(id -> runs.stream()
                        .filter(one -> one.id().toString().equals(id))
                        .findFirst())
                .orElse(null);
        name(getTranslation("assessment.quizzes.answered", unit.title()));
        content().removeAll();
        content()
                .add(
                        new PageHeader(unit.title(), getTranslation("assessment.stats.lead"))
                                .above(crumbs(
                                        new Crumb(
                                                BankNavigation.courses(), getTranslation("assessment.quizzes.courses")),
                                        new Crumb(
                                                BankNavigation.course(
                                                        course.id().value()),
                                                course.title()),
                                        new Crumb(
                                                BankNavigation.quizzes(
                                                        course.id().value()),
                                                getTranslation("assessment.quizzes.title")))),
                        choice(course, unit, runs, run));
        if (!runs.isEmpty()
                && access.mayFor(RegradingPermissions.REGRADE, course.partner().value())) {
            UUID id = course.id().value();
            content()
                    .add(button(
                            run == null
                                    ? RegradingNavigation.keys(id, unit.key())
                                    : RegradingNavigation.keys(
                                            id, unit.key(), run.id().value()),
                            getTranslation("assessment.regrade.open"),
                            Glyph.KEY_ROUND));
        }
        show(statistics.ofQuiz(course.id(), unit.key(), run == null ? null : run.id()));
    }

    private Select<CourseRun> choice(
            CourseReference course, CourseUnit unit, List<CourseRun> runs, @Nullable CourseRun chosen) {
        Select<CourseRun> choice = new Select<>();
        String all = getTranslation("assessment.stats.run.all");
        choice.setLabel(getTranslation("assessment.stats.run"));
        choice.setItems(runs);
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(all);
        choice.setItemLabelGenerator(run -> run == null ? all : run.title());
        choice.setValue(chosen);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                CourseRun run = change.getValue();
                CourseRunId id = run == null ? null : run.id();
                UI.getCurrent()
                        .navigate(
                                BankNavigation.quiz(course.id().value(), unit.key())
                                        .substring(1),
                                id == null
                                        ? QueryParameters.empty()
                                        : QueryParameters.simple(Map.of("run", id.toString())));
            }
        });
        return choice;
    }

    private void show(List<ItemAnalysis> analyses) {
        if (analyses.stream().allMatch(analysis -> analysis.asked() == 0)) {
            content()
                    .add(new EmptyState(
                            Illustration.TRAY,
                            getTranslation("assessment.stats.empty.title"),
                            getTranslation("assessment.stats.empty.text")));
            return;
        }
        int number = 1;
        for (ItemAnalysis analysis : analyses) {
            AnalysisPanel panel = new AnalysisPanel(
                    renderer, analysis, new H2(getTranslation("assessment.question.short", number++)));
            Prose stem = new Prose(renderer.render(analysis.question().stem(), LinkResolver.none(), getLocale()));
            panel.addComponentAtIndex(1, stem);
            content().add(panel);
        }
        content().add(new Paragraph(muted(getTranslation("assessment.stats.basis"))));
    }
}
