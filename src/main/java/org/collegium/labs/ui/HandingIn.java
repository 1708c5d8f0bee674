package org.collegium.labs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityTold;
import org.collegium.labs.GradeReport;
import org.collegium.labs.work.LabSubmission;
import org.collegium.labs.work.LabWork;
import org.collegium.labs.work.SubmissionState;
import org.collegium.labs.work.SubmitResult;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.Polling;
import org.jspecify.annotations.Nullable;

/**
 * Where work is handed in, how far its grading is, and what came of it. While something waits the page asks again and again, the
 * more seldom the longer it takes; a screen reader hears when a step begins, not each of its parts.
 */
final class HandingIn extends Section {

    private static final int PAGE = 5;

    private final transient ActivityPlace place;
    private final transient UUID run;
    private final transient LabWork work;
    private final transient LabNotebookElement notebook;
    private final Paragraph told = new Paragraph();
    private final Div spoken = new Div();
    private final GradingLine line = new GradingLine();
    private final HindranceNotice hindered = new HindranceNotice();
    private final Div results = new Div();
    private final NativeButton earlier;
    private final Button submit;
    private final transient Patience patience = new Patience();
    private final Polling polling = new Polling(this, this::look);
    private transient @Nullable SubmissionState seen;
    private int pages = 1;

    HandingIn(ActivityPlace place, LabWork work, LabNotebookElement notebook, int perDay) {
        this.place = place;
        this.run = Objects.requireNonNull(place.run());
        this.work = work;
        this.notebook = notebook;
        this.submit = new Button(getTranslation("labs.submit"), click -> handIn());
        this.earlier = new NativeButton(getTranslation("labs.earlier"), click -> showEarlier());
        addClassName("lab-hand-in");
        H2 heading = new H2(getTranslation("labs.hand-in"));
        Paragraph rule = new Paragraph(getTranslation("labs.hand-in.rule", perDay));
        rule.addClassName("c-muted");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        told.getElement().setAttribute("role", "status");
        told.addClassName("lab-told");
        spoken.getElement().setAttribute("aria-live", "polite");
        spoken.addClassName("c-hidden");
        results.addClassName("lab-results");
        earlier.addClassNames("c-button", "c-button-quiet");
        add(heading, rule, submit, told, line, hindered, spoken, results, earlier);
    }

    /** First everything typed is in the database, then it is handed in. */
    private void handIn() {
        told.setText(getTranslation("labs.saving.first"));
        notebook.saved()
                .then(
                        Boolean.class,
                        saved -> {
                            if (Boolean.TRUE.equals(saved)) {
                                submit();
                            } else {
                                notSaved();
                            }
                        },
                        unknown -> notSaved());
    }

    private void notSaved() {
        told.setText(getTranslation("labs.not-saved"));
        submit.setEnabled(true);
    }

    private void submit() {
        told.setText("");
        // Whatever goes wrong, one can try again.
        submit.setEnabled(true);
        answer(work.submit(place.learner(), place));
    }

    private void answer(SubmitResult result) {
        switch (result) {
            case SubmitResult.Queued queued -> look();
            case SubmitResult.Waiting waiting -> look();
            case SubmitResult.Unchanged(int number) -> {
                // It may come from another tab, which has not told this one.
                pages = 1;
                showResults();
                told.setText(getTranslation("labs.unchanged", number));
            }
            case SubmitResult.EnoughForNow(int perDay, Instant next) ->
                told.setText(getTranslation("labs.enough", perDay, moment(next)));
            case SubmitResult.NotOpen() -> {
                told.setText(getTranslation("labs.not-open"));
                submit.setEnabled(false);
            }
        }
    }

    private String moment(Instant time) {
        return Moments.in(getLocale()).minute(time);
    }

    /** Asks how far the latest submission is, and changes what has changed. */
    private void look() {
        Optional<SubmissionState> latest = work.latest(place.learner(), run, place.unitKey());
        SubmissionState before = seen;
        seen = latest.orElse(null);
        Optional<SubmissionState> open = latest.filter(SubmissionState::isOpen);
        submit.setEnabled(open.isEmpty());
        if (open.isPresent()) {
            boolean news = before == null
                    || !before.id().equals(open.get().id())
                    || before.state() != open.get().state();
            if (news) {
                patience.renew();
                told.setText("");
                spoken.setText(line.inWords(open.get()));
            }
            line.show(open.get());
            hindered.show(work.hindrance());
            polling.every(patience.next());
            return;
        }
        line.hide();
        hindered.show(Optional.empty());
        polling.stop();
        if (before != null && before.isOpen()) {
            pages = 1;
            showResults().ifPresent(this::tell);
        }
    }

    /** Shows what is graded; returns the latest. */
    private Optional<LabSubmission> showResults() {
        List<LabSubmission> all =
                work.submissions(place.learner(), run, place.unitKey(), new PageRequest(0, PAGE * pages + 1));
        results.removeAll();
        all.stream()
                .limit((long) PAGE * pages)
                .filter(submission -> !submission.state().isOpen())
                .forEach(submission ->
                        results.add(new SubmissionCard(submission, submission.equals(all.getFirst()), this::lookAt)));
        earlier.setVisible(all.size() > PAGE * pages);
        return all.stream().findFirst();
    }

    private void showEarlier() {
        pages++;
        showResults();
    }

    private void lookAt(LabSubmission submission) {
        work.submitted(place.learner(), submission.id())
                .ifPresent(handedIn -> notebook.showSubmitted(handedIn, submission.number()));
    }

    /** The grade was made outside of this tab, so the page around the lab has not heard of it. */
    private void tell(LabSubmission graded) {
        GradeReport.Graded result = graded.result();
        if (result == null) {
            spoken.setText(getTranslation("labs.told.cancelled", graded.number()));
            return;
        }
        double points = result.points()
                - graded.taken().map(LabSubmission.Taken::points).orElse(0.0);
        spoken.setText(getTranslation(
                graded.passed() ? "labs.told.passed" : "labs.told.not-passed",
                graded.number(),
                SubmissionCard.number(getLocale(), points),
                SubmissionCard.number(getLocale(), result.maxPoints()),
                result.maxPoints()));
        double score = result.maxPoints() == 0 ? 1 : points / result.maxPoints();
        getUI().ifPresent(tab -> ActivityTold.tell(
                tab,
                new ActivityCompleted(
                        place.learner(), run, place.unitKey(), "lab", score, graded.passed(), graded.submittedAt())));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        showResults();
        look();
    }
}
