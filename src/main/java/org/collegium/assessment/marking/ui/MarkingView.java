package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.assessment.FirstWords;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.assessment.marking.MarkingQuestion;
import org.collegium.assessment.marking.MarkingQueue;
import org.collegium.assessment.marking.MarkingSettings;
import org.collegium.assessment.ui.Scores;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseStudioPage;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** What waits for markers in a run of a course: each question that persons mark, with how many answers wait and since when. */
@Route(value = MarkingStudioLinks.PATH, layout = MainLayout.class)
@PermitAll
@ViewPermission(MarkingPermissions.MARK)
class MarkingView extends CourseStudioPage implements BeforeEnterObserver {

    private final transient MarkedCourses courses;
    private final transient MarkingQueue queue;
    private final transient MarkingSettings settings;
    private final Div questions = new Div();
    private final Select<CourseRun> run = new Select<>();
    private transient CourseReference course;

    @SuppressWarnings("NullAway.Init")
    MarkingView(MarkedCourses courses, MarkingQueue queue, MarkingSettings settings) {
        this.courses = courses;
        this.queue = queue;
        this.settings = settings;
        name(getTranslation("assessment.marking.title"));
        questions.addClassName("c-marking-quizzes");
        run.setLabel(getTranslation("assessment.times.run"));
        run.setItemLabelGenerator(CourseRun::title);
        run.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                "studio/courses/" + course.id() + "/marking",
                                QueryParameters.of("run", change.getValue().id().toString()));
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        course = courses.course(event.getRouteParameters());
        List<CourseRun> all = courses.runs(course);
        content().removeAll();
        content().add(new PageHeader(getPageTitle(), getTranslation("assessment.marking.lead")).above(crumbs(course)));
        MarkedCourses.chosen(all, event.getLocation().getQueryParameters())
                .ifPresentOrElse(
                        chosen -> {
                            run.setItems(all);
                            run.setValue(chosen);
                            Div filters = new Div(run);
                            filters.addClassName("c-filters");
                            filters.setVisible(all.size() > 1);
                            content().add(filters, questions);
                            show(chosen);
                        },
                        () -> content().add(empty("assessment.times.no-runs")));
    }

    private void show(CourseRun chosen) {
        questions.removeAll();
        Map<String, List<MarkingQuestion>> byQuiz = queue.questions(chosen.id()).stream()
                .collect(Collectors.groupingBy(MarkingQuestion::unitKey, LinkedHashMap::new, Collectors.toList()));
        if (byQuiz.isEmpty()) {
            questions.add(empty("assessment.marking.none"));
        }
        byQuiz.forEach((unit, list) -> questions.add(quiz(chosen, unit, list)));
    }

    private Section quiz(CourseRun chosen, String unit, List<MarkingQuestion> list) {
        String title = list.getFirst().unitTitle();
        Button set = new Button(
                getTranslation("assessment.marking.settings"),
                Glyph.SETTINGS.create(),
                click -> MarkingSettingDialog.open(settings, chosen.id(), unit, title, () -> again(chosen, title)));
        set.setAriaLabel(getTranslation("assessment.marking.settings.of", title));
        set.addThemeVariants(ButtonVariant.TERTIARY);
        Div head = new Div(new H2(title), set);
        head.addClassName("c-studio-actions");
        UnorderedList items = new UnorderedList();
        items.addClassName("c-marking-questions");
        list.forEach(question -> items.add(item(chosen, question)));
        Section section = new Section(head, new MarkingWords(settings.of(chosen.id(), unit)), items);
        section.addClassName("c-studio-stack");
        return section;
    }

    /** After it was set how a quiz is marked. */
    private void again(CourseRun chosen, String title) {
        show(chosen);
        FocusAgain.at(questions, getTranslation("assessment.marking.settings.of", title));
    }

    private ListItem item(CourseRun chosen, MarkingQuestion question) {
        Anchor link = new Anchor(
                "/studio/courses/" + course.id() + "/marking/" + question.unitKey() + "/" + question.questionKey()
                        + "?run=" + chosen.id(),
                new Span(FirstWords.of(question.stem(), question.questionKey())));
        Div text = new Div(link, progress(question));
        text.addClassName("c-marking-question");
        ListItem item = new ListItem(text);
        item.addClassName("c-surface");
        return item;
    }

    private Component progress(MarkingQuestion question) {
        Paragraph told = new Paragraph(
                question.all() == 0
                        ? getTranslation("assessment.marking.nobody")
                        : getTranslation("assessment.marking.progress", question.marked(), question.all()));
        Div line = new Div(told);
        if (question.earlier()) {
            line.add(new Paragraph(getTranslation("assessment.marking.earlier")));
        }
        Instant oldest = question.oldest();
        if (oldest != null) {
            line.add(new Paragraph(getTranslation(
                    "assessment.marking.waits",
                    question.waiting(),
                    question.second(),
                    question.differing(),
                    new Scores(getLocale()).day(oldest))));
        }
        Instant peersUntil = question.peersUntil();
        if (peersUntil != null) {
            line.add(new Paragraph(
                    getTranslation("assessment.marking.peers", new Scores(getLocale()).second(peersUntil))));
        }
        if (question.all() > 0) {
            ProgressBar bar = new ProgressBar(0, question.all(), question.marked());
            bar.getElement().setAttribute("aria-label", told.getText());
            line.add(bar);
        }
        line.addClassNames("c-muted", "c-small", "c-marking-progress");
        return line;
    }

    private EmptyState empty(String key) {
        return new EmptyState(Illustration.SIGNPOST, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }
}
