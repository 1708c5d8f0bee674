package org.collegium.assessment.appeals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.collegium.assessment.FirstWords;
import org.collegium.assessment.Quizzes;
import org.collegium.assessment.appeals.Appeal;
import org.collegium.assessment.appeals.AppealFilter;
import org.collegium.assessment.appeals.AppealFilter.Which;
import org.collegium.assessment.appeals.AppealSetting;
import org.collegium.assessment.appeals.Appeals;
import org.collegium.assessment.appeals.AppealsPermissions;
import org.collegium.assessment.ui.QuizAddresses;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.RunField;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** The appeals in a run: what waits, what is overdue, what was answered; and how long there is time. */
@Route(value = AppealsPage.LIST, layout = MainLayout.class)
@PermitAll
@ViewPermission(AppealsPermissions.REPLY)
class AppealsView extends AppealsPage implements BeforeEnterObserver {

    private static final int ROWS = 25;

    private final transient QuizAddresses places;
    private final transient Appeals appeals;
    private final transient Quizzes files;
    private final transient Clock clock;
    private final RunField run = new RunField(getTranslation("assessment.appeal.run"));
    private final Select<Which> which = new Select<>();
    private final Select<String> quiz = new Select<>();
    private final TextField search = new TextField();
    private final Paragraph found = new Paragraph();
    private final Div days = new Div();
    private final Div list = new Div();
    private transient List<CourseUnit> quizzes = List.of();
    private String path = "";
    private int page;

    AppealsView(QuizAddresses places, Appeals appeals, Quizzes files, Clock clock) {
        this.places = places;
        this.appeals = appeals;
        this.files = files;
        this.clock = clock;
        run.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                offer("");
                changed(true);
            }
        });
        which.setLabel(getTranslation("assessment.appeal.which"));
        which.setItems(Which.values());
        which.setItemLabelGenerator(one -> getTranslation("assessment.appeal.which." + one.name()));
        which.addValueChangeListener(change -> changed(change.isFromClient()));
        quiz.setLabel(getTranslation("assessment.appeal.quiz"));
        quiz.setItemLabelGenerator(key -> key.isEmpty() ? getTranslation("assessment.appeal.quiz.all") : title(key));
        quiz.addValueChangeListener(change -> changed(change.isFromClient()));
        search.setLabel(getTranslation("assessment.appeal.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        found.addClassNames("c-muted", "c-small");
        found.getElement().setAttribute("role", "status");
        days.addClassName("c-studio-actions");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReference course = places.course(event.getRouteParameters()).orElseThrow(NotFoundException::new);
        List<CourseRun> all = places.runs(course.id());
        QueryParameters query = event.getLocation().getQueryParameters();
        path = event.getLocation().getPath();
        name(getTranslation("assessment.appeal.title"));
        content().removeAll();
        content().add(new PageHeader(getPageTitle(), getTranslation("assessment.appeal.lead")).above(crumbs(course)));
        if (all.isEmpty()) {
            content().add(empty("no-runs"));
            return;
        }
        run.offer(all, query);
        which.setValue(Arrays.stream(Which.values())
                .filter(one -> is(query, "show", one.name()))
                .findFirst()
                .orElse(Which.WAITING));
        offer(query.getSingleParameter("quiz").orElse(""));
        search.setValue(query.getSingleParameter("q").orElse(""));
        page = PageLinks.asked(query);
        Div filters = new Div(run, which, quiz, search);
        filters.addClassName("c-filters");
        content().add(days, filters, found, list);
        show();
    }

    private static boolean is(QueryParameters query, String name, String value) {
        return query.getSingleParameter(name).filter(value::equals).isPresent();
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
        AppealFilter filter = new AppealFilter(which.getValue(), quiz.getValue(), search.getValue());
        int count = appeals.count(chosen.id(), filter);
        page = PageLinks.shown(page, ROWS, count);
        found.setText(getTranslation("assessment.appeal.count", count));
        list.removeAll();
        list.add(
                count == 0
                        ? empty(filter.equals(AppealFilter.WAITING) ? "none" : "nothing-found")
                        : table(appeals.list(chosen.id(), filter, new PageRequest(page * ROWS, ROWS))),
                new PageLinks(page, ROWS, count, this::address));
        showDays(chosen);
    }

    private void showDays(CourseRun chosen) {
        AppealSetting setting = appeals.setting(chosen.id());
        Button change = new Button(
                getTranslation("assessment.appeal.days.change"),
                Glyph.PENCIL.create(),
                click -> new AppealDaysDialog(setting, given -> {
                            appeals.set(chosen.id(), given);
                            Toasts.show(getTranslation("assessment.appeal.days.saved"));
                            showDays(chosen);
                            FocusAgain.at(days, getTranslation("assessment.appeal.days.change"));
                        })
                        .open());
        change.addThemeNames("tertiary");
        days.removeAll();
        days.add(
                muted(getTranslation("assessment.appeal.days.now", setting.appealDays(), setting.replyDays())), change);
    }

    private Component table(List<Appeal> page) {
        AppealTable table = new AppealTable();
        page.forEach(appeal -> table.row(
                appeal,
                title(appeal.unitKey()),
                words(appeal),
                badge(appeal, clock.instant()),
                times(appeal),
                "/studio/courses/" + run.getValue().course() + "/appeals/"
                        + run.getValue().id() + "/" + appeal.id()));
        return table;
    }

    /** What was asked, in a few words. */
    private String words(Appeal appeal) {
        return files.find(appeal.asked()).stream()
                .flatMap(quiz -> quiz.questions().stream())
                .filter(question -> question.key().equals(appeal.question()))
                .map(question -> FirstWords.of(question.stem(), question.key()))
                .findFirst()
                .orElse(appeal.question());
    }

    private Component times(Appeal appeal) {
        return stack(
                muted(getTranslation("assessment.appeal.since", moment(appeal.appealedAt()))),
                muted(
                        appeal.repliedAt() == null
                                ? getTranslation("assessment.appeal.due", moment(appeal.replyDue()))
                                : getTranslation("assessment.appeal.replied", moment(appeal.repliedAt()))));
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
                getTranslation("assessment.appeal." + key + ".title"),
                getTranslation("assessment.appeal." + key + ".text"));
    }

    private String address(int number) {
        Map<String, String> query = query();
        query.put("page", String.valueOf(number + 1));
        return "/" + new Location(path, QueryParameters.simple(query)).getPathWithQueryParameters();
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        query.put("run", run.getValue().id().toString());
        query.put("show", which.getValue().name());
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
