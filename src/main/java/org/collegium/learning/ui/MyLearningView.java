package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.JoinResult;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseOnMyDesk;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.learning.MyLearning;
import org.collegium.learning.Progress;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** One's own courses: where one stopped, then the others with what is next. */
@Route(value = "my-learning", layout = MainLayout.class)
@PermitAll
class MyLearningView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient MyLearning learning;
    private final transient Progress progress;
    private final transient Enrolments enrolments;
    private final transient Access access;
    private final transient List<CourseProgressSlot> slots;
    private final transient AwaitedPlaces awaited;

    MyLearningView(
            MyLearning learning,
            Progress progress,
            Enrolments enrolments,
            Access access,
            List<CourseProgressSlot> slots,
            AwaitedPlaces awaited) {
        this.awaited = awaited;
        this.learning = learning;
        this.progress = progress;
        this.enrolments = enrolments;
        this.access = access;
        this.slots = slots;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(access.account().orElseThrow());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("learning.my.title");
    }

    private void show(AccountId learner) {
        List<CourseOnMyDesk> courses = learning.of(learner);
        removeAll();
        add(new PageHeader(getPageTitle()));
        awaited.of(learner).ifPresent(this::add);
        if (courses.isEmpty()) {
            add(nothing());
            return;
        }
        Optional<CourseOnMyDesk> current =
                courses.stream().filter(course -> !course.completed()).findFirst();
        current.ifPresent(course -> add(new ContinueCard(course, slots, new Acting(learner))));
        add(list(
                "learning.my.others",
                courses.stream()
                        .filter(course ->
                                !course.completed() && !Optional.of(course).equals(current))
                        .toList(),
                learner));
        add(list(
                "learning.my.completed",
                courses.stream().filter(CourseOnMyDesk::completed).toList(),
                learner));
    }

    private Section list(String title, List<CourseOnMyDesk> courses, AccountId learner) {
        Div cards = new Div();
        cards.addClassName("lrn-courses");
        courses.forEach(course -> cards.add(new CourseCard(course, slots, new Acting(learner))));
        Section section = new Section(new H2(getTranslation(title)), cards);
        section.addClassName("lrn-courses-section");
        section.setVisible(!courses.isEmpty());
        return section;
    }

    private EmptyState nothing() {
        Anchor catalogue = new Anchor("/", getTranslation("learning.my.empty.action"));
        catalogue.addClassNames("c-button", "c-button-primary");
        catalogue.setRouterIgnore(true);
        return new EmptyState(
                Illustration.BOOK,
                getTranslation("learning.my.empty.title"),
                getTranslation("learning.my.empty.text"),
                catalogue);
    }

    /** What a learner does with a course among theirs. */
    private final class Acting implements CourseActs {

        private final AccountId learner;

        Acting(AccountId learner) {
            this.learner = learner;
        }

        @Override
        public void explain(CourseOnMyDesk course) {
            progress.explainToLearner(learner, course.run().id())
                    .ifPresent(explanation -> new ExplanationDialog(course.title(), explanation).open());
        }

        @Override
        public void leave(CourseOnMyDesk course) {
            enrolments.withdraw(learner, course.run().id());
            show(learner);
            Toasts.withUndo(getTranslation("learning.my.left", course.title()), () -> {
                JoinResult again = enrolments.join(learner, course.run().id());
                show(learner);
                if (again instanceof JoinResult.Refused) {
                    Toasts.problem(getTranslation("learning.my.left.gone", course.title()));
                }
            });
        }
    }
}
