package org.collegium.courses.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.collegium.courses.ImportPhase;
import org.collegium.courses.importing.ImportJob;
import org.collegium.shared.ui.Glyph;

/** The steps of an import: which are done, which it is at, and which are to come. */
final class ImportPhases extends OrderedList {

    /** @param fetched whether the source is fetched from elsewhere */
    ImportPhases(ImportJob job, boolean fetched) {
        addClassName("c-import-phases");
        setAriaLabelOf(getTranslation("courses.importing.phases"));
        for (ImportPhase phase : shown(fetched)) {
            boolean at = job.goesOn() && job.phase() == phase;
            boolean done = job.phase().compareTo(phase) > 0;
            ListItem item = new ListItem(
                    (done ? Glyph.CIRCLE_CHECK : at ? Glyph.CLOCK : Glyph.CIRCLE).create(),
                    new Span(getTranslation("courses.importing.phase." + phase.name())));
            if (at) {
                item.getElement().setAttribute("aria-current", "step");
            }
            Span state = new Span(getTranslation(
                    done
                            ? "courses.importing.phase.done"
                            : at ? "courses.importing.phase.at" : "courses.importing.phase.to-come"));
            state.addClassName("c-hidden");
            item.add(state);
            item.addClassName(done ? "c-import-done" : at ? "c-import-at" : "c-import-to-come");
            add(item);
        }
    }

    private void setAriaLabelOf(String label) {
        getElement().setAttribute("aria-label", label);
    }

    private static List<ImportPhase> shown(boolean fetched) {
        List<ImportPhase> all = new ArrayList<>(List.of(ImportPhase.values()));
        if (!fetched) {
            all.remove(ImportPhase.FETCHING);
        }
        return all;
    }
}
