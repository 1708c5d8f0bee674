package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.collegium.assessment.peer.PeerLeading;
import org.collegium.assessment.peer.PeerPermissions;
import org.collegium.assessment.peer.PeerQuestion;
import org.collegium.assessment.peer.PeerTask;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.Courses;
import org.collegium.courses.RunField;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.jspecify.annotations.Nullable;

/** The essays of a run that learners review for each other: by when, how far they are, and who is missing. */
@Route(value = "studio/courses/:course/peer-reviews", layout = MainLayout.class)
@PermitAll
@ViewPermission(PeerPermissions.LEAD)
class PeerReviewsView extends CourseStudioPage implements BeforeEnterObserver {

    private final transient Courses courses;
    private final transient CourseRuns runs;
    private final transient PeerLeading leading;
    private final Div questions = new Div();
    private final Div people = new Div();
    private final RunField run = new RunField(getTranslation("assessment.times.run"));
    private String path = "";
    private @Nullable UUID chosen;
    private int page;

    PeerReviewsView(Courses courses, CourseRuns runs, PeerLeading leading) {
        this.courses = courses;
        this.runs = runs;
        this.leading = leading;
        name(getTranslation("assessment.peer.title"));
        run.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen = null;
                page = 0;
                note();
                show();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course =
                courses.find(course(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        path = event.getLocation().getPath();
        QueryParameters query = event.getLocation().getQueryParameters();
        List<CourseRun> all = runs.ofCourse(course.id());
        content().removeAll();
        content().add(new PageHeader(getPageTitle(), getTranslation("assessment.peer.lead")).above(crumbs(course)));
        if (all.isEmpty()) {
            content().add(empty("assessment.peer.no-runs"));
            return;
        }
        run.offer(all, query);
        chosen = query.getSingleParameter("task").flatMap(PeerReviewsView::id).orElse(null);
        page = PageLinks.asked(query);
        Div filters = new Div(run);
        filters.addClassName("c-filters");
        filters.setVisible(run.isVisible());
        content().add(filters, questions, people);
        show();
    }

    private void show() {
        CourseRun here = run.getValue();
        List<PeerQuestion> all = leading.questions(here.id());
        questions.removeAll();
        people.removeAll();
        if (all.isEmpty()) {
            questions.add(empty("assessment.peer.no-essays"));
            return;
        }
        questions.add(
                new PeerQuestionsTable(all, new PeerQuestionsTable.Acts(this::change, this::examples, this::choose)));
        all.stream()
                .filter(question -> {
                    PeerTask task = question.task();
                    return task != null && task.id().equals(chosen);
                })
                .findFirst()
                .ifPresent(question -> people.add(new PeerPeoplePanel(
                        leading,
                        here.id(),
                        question,
                        page,
                        this::address,
                        answer -> marking(here, question, answer),
                        this::show)));
    }

    /** Where a teacher gives an answer another mark than its peers, with a reason. */
    private static String marking(CourseRun here, PeerQuestion question, UUID answer) {
        return "/studio/courses/" + here.course() + "/marking/" + question.unitKey() + "/"
                + question.essay().key() + "?run=" + here.id() + "&answer=" + answer;
    }

    private void change(PeerQuestion question) {
        CourseRun here = run.getValue();
        new PeerTaskDialog(
                        question,
                        "peer-task/" + here.id() + "/" + question.unitKey() + "/"
                                + question.essay().key(),
                        data -> {
                            leading.set(
                                    here.id(),
                                    question.unitKey(),
                                    question.essay().key(),
                                    data);
                            shown(question);
                        },
                        () -> {
                            leading.stop(here.id(), task(question).id());
                            chosen = null;
                            shown(question);
                        })
                .open();
    }

    private void examples(PeerQuestion question) {
        PeerExamplesDialog dialog =
                new PeerExamplesDialog(leading, run.getValue().id(), question, this::show);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                FocusAgain.at(
                        questions,
                        getTranslation("assessment.peer.task.examples.of", PeerQuestionsTable.name(question)));
            }
        });
        dialog.open();
    }

    private void choose(PeerQuestion question) {
        chosen = task(question).id();
        page = 0;
        note();
        show();
        FocusAgain.at(people);
    }

    /** After something was done with a question. */
    private void shown(PeerQuestion question) {
        show();
        String name = PeerQuestionsTable.name(question);
        FocusAgain.at(
                questions,
                getTranslation("assessment.peer.task.change.of", name),
                getTranslation("assessment.peer.task.set.of", name));
    }

    private static PeerTask task(PeerQuestion question) {
        return Objects.requireNonNull(question.task());
    }

    private void note() {
        PageAddress.follow(path, query());
    }

    private String address(int number) {
        Map<String, String> query = query();
        query.put("page", String.valueOf(number + 1));
        return "/" + new Location(path, QueryParameters.simple(query)).getPathWithQueryParameters();
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        Optional.ofNullable(run.getValue())
                .ifPresent(here -> query.put("run", here.id().toString()));
        Optional.ofNullable(chosen).ifPresent(task -> query.put("task", task.toString()));
        return query;
    }

    private EmptyState empty(String key) {
        return new EmptyState(Illustration.SIGNPOST, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
