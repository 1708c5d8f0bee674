package org.collegium.assessment.regrading.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.collegium.assessment.regrading.QuizRegrades;
import org.collegium.assessment.regrading.Regrade;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseUnit;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What was corrected in a quiz of a run before, the newest first. */
final class RegradeHistory extends Section {

    private static final int PAGE = 20;

    private final transient QuizRegrades regrades;
    private final transient CourseReference course;
    private final transient CourseUnit quiz;
    private final transient CourseRun run;
    private final transient Function<Instant, String> moment;
    private final OrderedList list = new OrderedList();
    private final Button more = new Button();

    RegradeHistory(
            QuizRegrades regrades,
            CourseReference course,
            CourseUnit quiz,
            CourseRun run,
            Function<Instant, String> moment) {
        this.regrades = regrades;
        this.course = course;
        this.quiz = quiz;
        this.run = run;
        this.moment = moment;
        addClassName("c-studio-stack");
        add(new H2(getTranslation("assessment.regrade.history")));
        int all = regrades.count(run.id(), quiz.key());
        if (all == 0) {
            add(RegradingPage.muted(getTranslation("assessment.regrade.history.none")));
            return;
        }
        list.addClassName("grade-history");
        more.setText(getTranslation("assessment.regrade.more"));
        more.addClickListener(click -> more(all));
        more(all);
        add(list, more);
    }

    private void more(int all) {
        List<Regrade> page = regrades.list(run.id(), quiz.key(), new PageRequest(list.getComponentCount(), PAGE));
        page.forEach(regrade -> {
            ListItem item = new ListItem(
                    new Anchor(
                            RegradingNavigation.regrade(
                                    course.id().value(), quiz.key(), run.id().value(), regrade.id()),
                            regrade.reason()),
                    badge(this, regrade));
            if (regrade.holds()) {
                item.add(new StatusBadge(Status.GOOD, getTranslation("assessment.regrade.holds")));
            }
            item.add(RegradingPage.muted(moment.apply(regrade.begunAt())));
            list.add(item);
        });
        more.setVisible(list.getComponentCount() < all);
    }

    static StatusBadge badge(Component page, Regrade regrade) {
        Status status = switch (regrade.state()) {
            case GRADING, PREVIEWED, APPLYING -> Status.WAITING;
            case APPLIED -> Status.GOOD;
            case CANCELLED -> Status.NEUTRAL;
        };
        return new StatusBadge(
                status,
                page.getTranslation(
                        "assessment.regrade.state." + regrade.state().name()));
    }
}
