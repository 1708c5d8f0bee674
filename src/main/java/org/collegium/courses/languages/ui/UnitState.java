package org.collegium.courses.languages.ui;

import com.vaadin.flow.component.html.Span;
import org.collegium.courses.languages.TranslatedUnit.State;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** How far a translation is, in words and colour. */
final class UnitState extends Span {

    UnitState(State state) {
        Status status = switch (state) {
            case CURRENT -> Status.GOOD;
            case OUT_OF_DATE -> Status.WAITING;
            case UNCHECKED -> Status.NEUTRAL;
            case MISSING -> Status.BAD;
        };
        add(new StatusBadge(status, getTranslation("courses.languages.state." + state)));
    }
}
