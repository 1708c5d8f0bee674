package org.collegium.labs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.shared.Registration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityTold;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.content.LessonRenderer;
import org.collegium.content.Prose;
import org.collegium.labs.GradeReport;
import org.collegium.labs.Lab;
import org.collegium.labs.authoring.LabTrials;
import org.collegium.labs.work.LabSubmission;
import org.collegium.labs.work.LabWork;
import org.collegium.labs.work.SubmitResult;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.jspecify.annotations.Nullable;

/** A lab: what it asks, the notebook, handing in, and what came of it. Practice is in the browser; the grade is made on the server. */
final class LabPanel extends Div {

    private static final int EVERY_SECOND = 1_000;
    private static final int NEVER = -1;

    private final transient ActivityPlace place;
    private final transient LabWork work;
    private final transient LabTrials trials;
    private final Section handingIn = new Section();
    private final Paragraph told = new Paragraph();
    private final HindranceNotice hindered = new HindranceNotice();
    private final Div results = new Div();
    private final Button submit;
    private @Nullable LabNotebookElement notebook;
    private @Nullable Registration polling;
    private boolean waited;

    LabPanel(
            ActivityPlace place,
            LabWork work,
            LabTrials trials,
            Optional<Lab> lab,
            LessonRenderer renderer,
            PythonInBrowser python) {
        this.place = place;
        this.work = work;
        this.trials = trials;
        this.submit = new Button(getTranslation("labs.submit"), click -> handIn());
        addClassName("lab-panel");
        lab.ifPresentOrElse(
                found -> build(found, renderer, python),
                () -> add(new EmptyState(
                        Illustration.WORKSHOP,
                        getTranslation("labs.unreadable.title"),
                        getTranslation("labs.unreadable.text"))));
    }

    private void build(Lab lab, LessonRenderer renderer, PythonInBrowser python) {
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
        LabNotebookElement element = new LabNotebookElement(place, lab, renderer, python, ticket);
        element.getElement().addEventListener("lab-expired", event -> open().ifPresent(element::renew));
        notebook = element;
        add(element);
        if (ticket != null && place.preview()) {
            add(new PreviewHandIn(trials, place, element));
        } else if (ticket != null) {
            add(handingIn(lab));
            show();
        }
    }

    private Optional<WorkTicket> open() {
        return place.preview() ? trials.open(place.learner(), place) : work.open(place.learner(), place);
    }

    private Section handingIn(Lab lab) {
        H2 heading = new H2(getTranslation("labs.hand-in"));
        Paragraph rule = new Paragraph(
                getTranslation("labs.hand-in.rule", lab.definition().attemptsPerDay()));
        rule.addClassName("c-muted");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        told.getElement().setAttribute("role", "status");
        told.addClassName("lab-told");
        results.addClassName("lab-results");
        handingIn.addClassName("lab-hand-in");
        handingIn.add(heading, rule, submit, told, hindered, results);
        return handingIn;
    }

    /** First everything typed is in the database, then it is handed in. */
    private void handIn() {
        LabNotebookElement element = notebook;
        if (element == null) {
            return;
        }
        told.setText(getTranslation("labs.saving.first"));
        element.saved().then(Boolean.class, saved -> {
            if (Boolean.TRUE.equals(saved)) {
                told.setText("");
                answer(work.submit(place.learner(), place));
            } else {
                told.setText(getTranslation("labs.not-saved"));
                submit.setEnabled(true);
            }
        });
    }

    private void answer(SubmitResult result) {
        switch (result) {
            case SubmitResult.Queued queued -> show();
            case SubmitResult.Waiting waiting -> show();
            case SubmitResult.EnoughForNow(int perDay, java.time.Instant next) -> {
                DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(getLocale())
                        .withZone(ZoneId.systemDefault());
                told.setText(getTranslation("labs.enough", perDay, time.format(next)));
                submit.setEnabled(true);
            }
            case SubmitResult.NotOpen() -> told.setText(getTranslation("labs.not-open"));
        }
    }

    private void show() {
        UUID run = place.run();
        if (run == null) {
            return;
        }
        List<LabSubmission> all = work.submissions(place.learner(), run, place.unitKey());
        boolean waits = all.stream().anyMatch(each -> each.state().isOpen());
        if (waited && !waits) {
            tell(run, all.getFirst());
        }
        waited = waits;
        submit.setEnabled(!waits);
        getUI().ifPresent(ui -> ui.setPollInterval(waits ? EVERY_SECOND : NEVER));
        hindered.show(waits ? work.hindrance() : Optional.empty());
        results.removeAll();
        for (int i = 0; i < all.size(); i++) {
            results.add(new SubmissionCard(all.get(i), i == 0));
        }
    }

    /** The grade was made outside of this tab, so the page around the lab has not heard of it. */
    private void tell(UUID run, LabSubmission graded) {
        GradeReport.Graded result = graded.result();
        if (result == null) {
            return;
        }
        double score = result.maxPoints() == 0 ? 1 : result.points() / result.maxPoints();
        getUI().ifPresent(tab -> ActivityTold.tell(
                tab,
                new ActivityCompleted(
                        place.learner(), run, place.unitKey(), "lab", score, graded.passed(), graded.submittedAt())));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (!place.preview()) {
            polling = event.getUI().addPollListener(poll -> show());
            show();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            event.getUI().setPollInterval(NEVER);
            polling.remove();
        }
        super.onDetach(event);
    }

    private Paragraph notice(String key) {
        Paragraph words = new Paragraph(getTranslation(key));
        words.addClassName("c-notice");
        words.getElement().setAttribute("role", "status");
        return words;
    }
}
