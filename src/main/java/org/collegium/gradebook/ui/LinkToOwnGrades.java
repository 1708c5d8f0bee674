package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.OwnGrades;
import org.collegium.gradebook.OwnGradesAddress;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseProgressSlot;

/** The way from a learner's progress in a run to their grades. */
@org.springframework.stereotype.Component
class LinkToOwnGrades implements CourseProgressSlot {

    private static final int ORDER = 5;

    private final OwnGrades grades;

    LinkToOwnGrades(OwnGrades grades) {
        this.grades = grades;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Component> create(AccountId learner, CourseRunId run) {
        return grades.areIn(learner, run)
                ? Optional.of(new Div(new Anchor(
                        OwnGradesAddress.of(run), new Span(UI.getCurrent().getTranslation("gradebook.own.link")))))
                : Optional.empty();
    }
}
