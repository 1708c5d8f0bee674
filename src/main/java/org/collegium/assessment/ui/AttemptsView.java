package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.collegium.assessment.AttemptFilter;
import org.collegium.assessment.AttemptFilter.Which;
import org.collegium.assessment.LookedAttempt;
import org.collegium.assessment.LookingAtAttempts;
import org.collegium.assessment.LookingPermissions;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.RunField;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;

/** The attempts of the learners of a run: who sits, what came of it, what waits, and of which answers came too late. */
@Route(value = AttemptsNavigation.LIST, layout = MainLayout.class)
@PermitAll
@ViewPermission(LookingPermissions.LOOK)
@StyleSheet("styles/grades.css")
class AttemptsView extends CourseStudioPage implements BeforeEnterObserver {

    private static final int ROWS = 25;

    private final transient QuizAddresses places;
    private final transient LookingAtAttempts attempts;
    private final RunField run = new RunField(getTranslation("assessment.looked.run"));
    private final Select<Which> which = new Select<>();
    private final Select<String> quiz = new Select<>();
    private final TextField search = new TextField();
    private final Paragraph found = new Paragraph();
    private final Div list = new Div();
    private transient List<CourseUnit> quizzes = List.of();
    private String path = "";
    private int page;

    AttemptsView(QuizAddresses places, LookingAtAttempts attempts) {
        this.places = places;
        this.attempts = attempts;
        run.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                offer("");
                changed(true);
            }
        });
        which.setLabel(getTranslation("assessment.looked.which"));
        which.setItems(Which.values());
        which.setItemLabelGenerator(one -> getTranslation("assessment.looked.which." + one.name()));
        which.addValueChangeListener(change -> changed(change.isFromClient()));
        quiz.setLabel(getTranslation("assessment.looked.quiz"));
        quiz.setItemLabelGenerator(key -> key.isEmpty() ? getTranslation("assessment.looked.quiz.all") : title(key));
        quiz.addValueChangeListener(change -> changed(change.isFromClient()));
        search.setLabel(getTranslation("assessment.looked.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        found.addClassNames("c-muted", "c-small");
        found.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = places.course(event.getRouteParameters()).orElseThrow(NotFoundException::new);
        List<CourseRun> all = places.runs(course.id());
        QueryParameters query = event.getLocation().getQueryParameters();
        path = event.getLocation().getPath();
        name(getTranslation("assessment.looked.title"));
        content().removeAll();
        content().add(new PageHeader(getPageTitle(), getTranslation("assessment.looked.lead")).above(crumbs(course)));
        if (all.isEmpty()) {
            content().add(empty("no-runs"));
            return;
        }
        run.offer(all, query);
        String wanted = query.getSingleParameter("show").orElse("");
        which.setValue(Arrays.stream(Which.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(Which.ALL));
        offer(query.getSingleParameter("quiz").orElse(""));
        search.setValue(query.getSingleParameter("q").orElse(""));
        page = PageLinks.asked(query);
        Div filters = new Div(run, which, quiz, search);
        filters.addClassName("c-filters");
        content().add(filters, found, list);
        show();
    }

    /**
     * Offers the quizzes of the chosen run.
     *
     * @param wanted the key of the one that is chosen; any other text for all
     */
    private void offer(String wanted) {
        quizzes = places.quizzes(run.getValue());
        quiz.setItems(Stream.concat(Stream.of(""), quizzes.stream().map(CourseUnit::key))
                .toList());
        quiz.setValue(quizzes.stream()
                .map(CourseUnit::key)
                .filter(wanted::equals)
                .findFirst()
                .orElse(""));
    }

    private void show() {
        CourseRun chosen = run.getValue();
        AttemptFilter filter = new AttemptFilter(which.getValue(), quiz.getValue(), search.getValue());
        int count = attempts.count(chosen.id(), filter);
        page = PageLinks.shown(page, ROWS, count);
        found.setText(getTranslation("assessment.looked.count", count));
        list.removeAll();
        list.add(
                count == 0
                        ? empty(filter.equals(AttemptFilter.ALL) ? "none" : "nothing-found")
                        : table(attempts.list(chosen.id(), filter, new PageRequest(page * ROWS, ROWS))),
                new PageLinks(page, ROWS, count, this::address));
    }

    private Component table(List<LookedAttempt> page) {
        AttemptTable table = new AttemptTable();
        page.forEach(attempt -> table.row(
                attempt,
                title(attempt.unitKey()),
                AttemptsNavigation.attempt(run.getValue(), attempt.id().value())));
        return table;
    }

    private String title(String unitKey) {
        return quizzes.stream()
                .filter(unit -> unit.key().equals(unitKey))
                .map(CourseUnit::title)
                .findFirst()
                .orElseGet(() -> places.title(run.getValue(), unitKey));
    }

    private EmptyState empty(String key) {
        return new EmptyState(
                Illustration.TRAY,
                getTranslation("assessment.looked." + key + ".title"),
                getTranslation("assessment.looked." + key + ".text"));
    }

    private String address(int number) {
        Map<String, String> query = query();
        query.put("page", String.valueOf(number + 1));
        return "/" + new Location(path, QueryParameters.simple(query)).getPathWithQueryParameters();
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        query.put("run", run.getValue().id().toString());
        if (which.getValue() != Which.ALL) {
            query.put("show", which.getValue().name());
        }
        if (!quiz.getValue().isEmpty()) {
            query.put("quiz", quiz.getValue());
        }
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        return query;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            page = 0;
            PageAddress.follow(path, query());
            show();
        }
    }
}
