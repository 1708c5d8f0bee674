package org.collegium.labs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.BiFunction;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.content.LessonRenderer;
import org.collegium.content.Prose;
import org.collegium.labs.Lab;
import org.collegium.labs.authoring.LabTrials;
import org.collegium.labs.work.LabWork;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.jspecify.annotations.Nullable;

/** A lab: what it asks, the notebook, handing in, and what came of it. Practice is in the browser; the grade is made on the server. */
final class LabPanel extends Div {

    private final transient ActivityPlace place;
    private final transient LabWork work;
    private final transient LabTrials trials;

    /** @param notebooks makes the notebook of a lab; without a ticket nothing is saved */
    LabPanel(
            ActivityPlace place,
            LabWork work,
            LabTrials trials,
            Optional<Lab> lab,
            BiFunction<Lab, @Nullable WorkTicket, LabNotebookElement> notebooks,
            LessonRenderer renderer) {
        this.place = place;
        this.work = work;
        this.trials = trials;
        addClassName("lab-panel");
        lab.ifPresentOrElse(
                found -> build(found, notebooks, renderer),
                () -> add(new EmptyState(
                        Illustration.WORKSHOP,
                        getTranslation("labs.unreadable.title"),
                        getTranslation("labs.unreadable.text"))));
    }

    private void build(
            Lab lab, BiFunction<Lab, @Nullable WorkTicket, LabNotebookElement> notebooks, LessonRenderer renderer) {
        WorkTicket ticket = open().orElse(null);
        if (!lab.definition().intro().isBlank()) {
            Prose intro = new Prose(renderer.render(
                    lab.definition().intro(),
                    place.course().links(),
                    place.course().language()));
            intro.setLanguage(place.course().language());
            add(intro);
        }
        if (ticket == null || place.preview()) {
            add(notice(place.preview() ? "labs.preview" : "labs.not-open"));
        }
        LabNotebookElement notebook = notebooks.apply(lab, ticket);
        notebook.getElement().addEventListener("lab-expired", event -> open().ifPresent(notebook::renew));
        add(notebook);
        if (ticket != null && place.preview()) {
            add(new PreviewHandIn(trials, place, notebook));
        } else if (ticket != null) {
            add(new HandingIn(place, work, notebook, lab.definition().attemptsPerDay()));
        }
    }

    private Optional<WorkTicket> open() {
        return place.preview() ? trials.open(place.learner(), place) : work.open(place.learner(), place);
    }

    private Paragraph notice(String key) {
        Paragraph words = new Paragraph(getTranslation(key));
        words.addClassName("c-notice");
        words.getElement().setAttribute("role", "status");
        return words;
    }
}
