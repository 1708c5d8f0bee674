package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.FirstWords;
import org.collegium.assessment.marking.KeptComments;
import org.collegium.assessment.marking.Marking;
import org.collegium.assessment.marking.MarkingFilter;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.assessment.marking.MarkingQuestion;
import org.collegium.assessment.marking.MarkingQueue;
import org.collegium.assessment.marking.MarkingSettings;
import org.collegium.assessment.marking.OpenedAnswer;
import org.collegium.assessment.ui.QuizTexts;
import org.collegium.assessment.ui.Scores;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseStudioPage;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** One question across all learners of a run: the list of answers, or one of them on the desk. The address holds which. */
@Route(value = MarkingStudioLinks.PATH + "/:unit/:question", layout = MainLayout.class)
@PermitAll
@ViewPermission(MarkingPermissions.MARK)
class MarkedQuestionView extends CourseStudioPage implements BeforeEnterObserver {

    private static final int ROWS = 50;
    private static final UUID START = new UUID(0, 0);

    private final transient MarkedCourses courses;
    private final transient MarkingQueue queue;
    private final transient Marking marking;
    private final transient MarkingSettings settings;
    private final transient KeptComments comments;
    private final transient QuizTexts texts;
    private final transient Access access;
    private final Paragraph told = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Select<MarkingFilter> filter = new Select<>();
    private final Div main = new Div();
    private transient CourseRun run;
    private transient MarkingQuestion question;
    private transient ActivityPlace place;
    private String path = "";
    private int page;

    @SuppressWarnings("NullAway.Init")
    MarkedQuestionView(
            MarkedCourses courses,
            MarkingQueue queue,
            Marking marking,
            MarkingSettings settings,
            KeptComments comments,
            QuizTexts texts,
            Access access) {
        this.courses = courses;
        this.queue = queue;
        this.marking = marking;
        this.settings = settings;
        this.comments = comments;
        this.texts = texts;
        this.access = access;
        name(getTranslation("assessment.marking.title"));
        content().addClassName("c-marking-page");
        told.getElement().setAttribute("role", "status");
        told.addClassNames("c-muted", "c-small");
        filter.setLabel(getTranslation("assessment.marking.show"));
        filter.setItems(MarkingFilter.values());
        filter.setItemLabelGenerator(value -> getTranslation("assessment.marking.show." + value));
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                page = 0;
                list();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = courses.course(event.getRouteParameters());
        QueryParameters query = event.getLocation().getQueryParameters();
        path = event.getLocation().getPath();
        run = MarkedCourses.chosen(courses.runs(course), query).orElseThrow(NotFoundException::new);
        String unit = event.getRouteParameters().get("unit").orElse("");
        String key = event.getRouteParameters().get("question").orElse("");
        question = found(unit, key).orElseThrow(NotFoundException::new);
        place = courses.place(access.account().orElseThrow(), run, unit);
        filter.setValue(query.getSingleParameter("show")
                .flatMap(MarkedQuestionView::filter)
                .orElse(MarkingFilter.WAITING));
        page = PageLinks.asked(query);
        content().removeAll();
        content()
                .add(
                        new PageHeader(FirstWords.of(question.stem(), key), question.unitTitle() + " · " + run.title())
                                .above(crumbs(
                                        course,
                                        new Crumb(
                                                "/studio/courses/" + course.id() + "/marking?run=" + run.id(),
                                                getPageTitle()))),
                        told,
                        progress,
                        main);
        query.getSingleParameter("answer").flatMap(MarkedCourses::id).ifPresentOrElse(this::open, this::list);
    }

    private Optional<MarkingQuestion> found(String unit, String key) {
        return queue.questions(run.id()).stream()
                .filter(each ->
                        each.unitKey().equals(unit) && each.questionKey().equals(key))
                .findFirst();
    }

    /** How far it is, read anew. */
    private void tell() {
        question = found(question.unitKey(), question.questionKey()).orElse(question);
        String words = getTranslation("assessment.marking.progress", question.marked(), question.all());
        told.setText(words);
        progress.setVisible(question.all() > 0);
        progress.setMax(Math.max(1, question.all()));
        progress.setValue(question.marked());
        progress.getElement().setAttribute("aria-label", words);
    }

    private void list() {
        tell();
        main.removeAll();
        if (main.removeClassName("c-marking-open")) {
            filter.focus();
        }
        address(Optional.empty());
        Button start =
                new Button(getTranslation("assessment.marking.begin"), Glyph.PLAY.create(), click -> next(START));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        Div filters = new Div(filter, start);
        filters.addClassName("c-filters");
        main.add(filters);
        int count = queue.count(run.id(), question.unitKey(), question.questionKey(), filter.getValue());
        start.setVisible(count > 0);
        if (count == 0) {
            main.add(empty());
            return;
        }
        page = PageLinks.shown(page, ROWS, count);
        main.add(
                new AnswerList(
                        queue.answers(
                                run.id(),
                                question.unitKey(),
                                question.questionKey(),
                                filter.getValue(),
                                new PageRequest(page * ROWS, ROWS)),
                        id -> link(Optional.of(id), page)),
                new PageLinks(page, ROWS, count, number -> link(Optional.empty(), number)));
    }

    /** Where two marks differ somebody has to decide, which is not what one came for, and must not be overlooked. */
    private EmptyState empty() {
        String title = getTranslation("assessment.marking.empty.title");
        if (filter.getValue() == MarkingFilter.DIFFERING || question.differing() == 0) {
            return new EmptyState(Illustration.SIGNPOST, title, getTranslation("assessment.marking.empty.text"));
        }
        Button decide = new Button(getTranslation("assessment.marking.empty.decide"), Glyph.SCALE.create(), click -> {
            filter.setValue(MarkingFilter.DIFFERING);
            page = 0;
            list();
        });
        return new EmptyState(
                Illustration.SIGNPOST,
                title,
                getTranslation("assessment.marking.empty.differing", question.differing()),
                decide);
    }

    private void open(UUID answer) {
        main.removeAll();
        main.addClassName("c-marking-open");
        tell();
        address(Optional.of(answer));
        switch (marking.open(run.id(), answer)) {
            case OpenedAnswer.Open(var opened) -> {
                MarkingDesk desk = new MarkingDesk(
                        opened,
                        new MarkingDesk.Surroundings(run.id(), place, texts, marking, settings, comments),
                        new Ways());
                main.add(desk);
                desk.begin();
            }
            case OpenedAnswer.Taken(String by, var until) ->
                main.add(notice(
                        getTranslation("assessment.marking.taken", by, new Scores(getLocale()).day(until)), answer));
            case OpenedAnswer.Own() -> main.add(notice(getTranslation("assessment.marking.own"), answer));
            case OpenedAnswer.Unknown() -> main.add(notice(getTranslation("assessment.marking.unknown"), answer));
        }
    }

    private Component notice(String words, UUID answer) {
        Paragraph said = new Paragraph(words);
        said.getElement().setAttribute("role", "status");
        Button next = new Button(getTranslation("assessment.marking.next"), click -> next(answer));
        Button all = new Button(getTranslation("assessment.marking.list"), click -> list());
        next.focus();
        Div notice = new Div(said, next, all);
        notice.addClassNames("c-notice", "c-notice-waiting");
        return notice;
    }

    private void next(UUID after) {
        queue.next(run.id(), question.unitKey(), question.questionKey(), filter.getValue(), after)
                .ifPresentOrElse(this::open, () -> {
                    marking.putBack(run.id());
                    Toasts.show(getTranslation("assessment.marking.no-more"));
                    list();
                });
    }

    /** From the answer on the desk to others. */
    private final class Ways implements MarkingDesk.Ways {

        @Override
        public void again(UUID answer) {
            open(answer);
        }

        @Override
        public void next(UUID answer) {
            MarkedQuestionView.this.next(answer);
        }

        @Override
        public void before(UUID answer) {
            queue.before(run.id(), question.unitKey(), question.questionKey(), filter.getValue(), answer)
                    .ifPresentOrElse(
                            MarkedQuestionView.this::open,
                            () -> Toasts.show(getTranslation("assessment.marking.none-before")));
        }

        @Override
        public void close() {
            marking.putBack(run.id());
            list();
        }
    }

    private void address(Optional<UUID> answer) {
        PageAddress.follow(path, query(answer, page));
    }

    private String link(Optional<UUID> answer, int number) {
        return "/" + new Location(path, QueryParameters.simple(query(answer, number))).getPathWithQueryParameters();
    }

    private Map<String, String> query(Optional<UUID> answer, int number) {
        Map<String, String> query = new TreeMap<>();
        query.put("run", run.id().toString());
        query.put("show", filter.getValue().name());
        answer.ifPresent(id -> query.put("answer", id.toString()));
        if (number > 0) {
            query.put("page", String.valueOf(number + 1));
        }
        return query;
    }

    private static Optional<MarkingFilter> filter(String word) {
        return Arrays.stream(MarkingFilter.values())
                .filter(value -> value.name().equals(word))
                .findFirst();
    }
}
