package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.review.CourseReview;
import org.collegium.courses.review.ReviewComments;

/** The outline of what was submitted beside one unit of it, at whose blocks one comments. */
final class LessonsTab extends Div {

    LessonsTab(
            ReviewComments comments,
            LearnersView learners,
            CourseReview review,
            ReviewPlace place,
            int round,
            CourseManifest manifest) {
        addClassName("c-review-lessons");
        List<CourseUnit> units = manifest.units();
        Optional<CourseUnit> shown = place.unit().isEmpty() ? units.stream().findFirst() : manifest.unit(place.unit());
        add(outline(place, units, shown, comments.open(review.id())));
        if (shown.isEmpty()) {
            add(new Paragraph(getTranslation("courses.review.unit-gone")));
            return;
        }
        CourseUnit unit = shown.get();
        boolean live = review.state().live() && round == review.round();
        Div side = new Div(new H2(unit.title()));
        side.addClassName("c-studio-stack");
        learners.of(manifest, unit).ifPresent(quiz -> side.add(seen(quiz)));
        side.add(new CommentedUnit(
                comments, review.id(), round, unit, manifest.metadata().language(), live));
        add(side);
    }

    private Component seen(Component quiz) {
        NativeDetails details = new NativeDetails(getTranslation("courses.review.as-learners"), quiz);
        details.addClassName("c-review-learners");
        return details;
    }

    private Component outline(
            ReviewPlace place, List<CourseUnit> units, Optional<CourseUnit> shown, Map<String, Integer> open) {
        OrderedList list = new OrderedList();
        for (CourseUnit unit : units) {
            Anchor link = new Anchor(place.with(unit.key()).address(), new Span(unit.title()));
            if (shown.filter(unit::equals).isPresent()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            ListItem item = new ListItem(link);
            int comments = open.getOrDefault(unit.key(), 0);
            if (comments > 0) {
                Span count = new Span(getTranslation("courses.review.open", comments));
                count.addClassNames("c-muted", "c-small");
                item.add(count);
            }
            list.add(item);
        }
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("courses.draft.outline"));
        nav.addClassName("c-review-outline");
        return nav;
    }
}
