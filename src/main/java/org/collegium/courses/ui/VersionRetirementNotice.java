package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.VersionRetirement;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** That runs get a version no more, from when, and what was said of it. */
final class VersionRetirementNotice extends Div {

    VersionRetirementNotice(VersionRetirement said) {
        addClassName("c-studio-stack");
        StatusBadge badge = said.done()
                ? new StatusBadge(Status.LOCKED, getTranslation("courses.version-retirement.badge.done"))
                : new StatusBadge(Status.WAITING, getTranslation("courses.retirement.badge"));
        add(new Div(
                badge,
                new Span(" " + getTranslation("courses.version-retirement.on", said.number()) + " "),
                new Moment(said.at())));
        if (!said.message().isEmpty()) {
            add(new Paragraph(said.message()));
        }
    }
}
