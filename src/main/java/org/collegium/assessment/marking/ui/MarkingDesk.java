package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.WordLimits;
import org.collegium.assessment.marking.AnswerToMark;
import org.collegium.assessment.marking.GivenMark;
import org.collegium.assessment.marking.GivingResult;
import org.collegium.assessment.marking.KeptComments;
import org.collegium.assessment.marking.Marking;
import org.collegium.assessment.marking.MarkingSettings;
import org.collegium.assessment.marking.MarkingTask;
import org.collegium.assessment.ui.FileList;
import org.collegium.assessment.ui.QuizTexts;
import org.collegium.assessment.ui.Scores;
import org.collegium.assessment.ui.WrittenText;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** One answer with what its marker gives it. Its keys are in {@code frontend/studio/marking.ts}, which presses what carries {@code data-act}. */
@Tag("c-marking")
final class MarkingDesk extends HtmlContainer {

    private final transient AnswerToMark answer;
    private final transient Surroundings around;
    private final transient Ways ways;
    private final H2 heading;
    private final MarkForm form;

    /** What a desk works with. */
    record Surroundings(
            CourseRunId run,
            ActivityPlace place,
            QuizTexts texts,
            Marking marking,
            MarkingSettings settings,
            KeptComments comments) {

        /** @param part names the Markdown within the question */
        Component prose(AnswerToMark answer, String part, String markdown) {
            return texts.prose(place, answer.question().key() + "/" + part, markdown);
        }
    }

    /** Where one goes from an answer. */
    interface Ways {

        void again(UUID answer);

        void next(UUID answer);

        void before(UUID answer);

        void close();
    }

    MarkingDesk(AnswerToMark answer, Surroundings around, Ways ways) {
        this.answer = answer;
        this.around = around;
        this.ways = ways;
        addClassName("c-marking");
        String learner = answer.learner();
        heading = new H2(learner == null ? getTranslation("assessment.marking.code", answer.code()) : learner);
        heading.getElement().setAttribute("tabindex", "-1");
        form = new MarkForm(answer, around);
        Div left = new Div(question(), written());
        Instant late = answer.cameLate();
        if (late != null) {
            left.add(late(late));
        }
        left.addClassName("c-marking-answer");
        Section right = new Section(new H3(getTranslation("assessment.marking.task." + answer.task())));
        if (answer.task() == MarkingTask.ASIDE) {
            right.add(new Paragraph(getTranslation("assessment.marking.aside")), takingBack());
        } else {
            right.add(form, acts());
        }
        right.addClassName("c-marking-mark");
        given().forEach(right::add);
        Div desk = new Div(left, right);
        desk.addClassName("c-marking-desk");
        add(head(), desk, keys());
    }

    private Div head() {
        Scores scores = new Scores(getLocale());
        Paragraph when = new Paragraph(
                getTranslation("assessment.marking.submitted", scores.day(answer.submittedAt())) + " · " + howMuch());
        when.addClassNames("c-muted", "c-small");
        Button before = act("before", "assessment.marking.before", Glyph.CHEVRON_LEFT, () -> ways.before(answer.id()));
        Button next = act("next", "assessment.marking.next", Glyph.CHEVRON_RIGHT, () -> ways.next(answer.id()));
        Button all = act("list", "assessment.marking.list", Glyph.LIST_CHECKS, ways::close);
        Div ways = new Div(before, next, all);
        ways.addClassName("c-studio-actions");
        Div head = new Div(new Div(heading, when), ways);
        head.addClassName("c-marking-head");
        return head;
    }

    private String howMuch() {
        return answer.question() instanceof FileUpload
                ? getTranslation(
                        "assessment.files.count", FileUpload.of(answer.answer()).size())
                : getTranslation(
                        "assessment.words.yours",
                        WordLimits.count(answer.answer().text()));
    }

    private Component question() {
        Div texts = new Div(around.prose(answer, "stem", answer.question().stem()));
        if (!answer.question().explanation().isBlank()) {
            texts.add(around.prose(answer, "explanation", answer.question().explanation()));
        }
        return new NativeDetails(getTranslation("assessment.marking.question"), texts);
    }

    private Paragraph late(Instant at) {
        Paragraph late = new Paragraph(getTranslation("assessment.marking.late", new Scores(getLocale()).second(at)));
        late.addClassName("c-notice");
        return late;
    }

    private Component written() {
        Component text = answer.question() instanceof FileUpload
                ? new Div(new FileList(FileUpload.of(answer.answer())))
                : new WrittenText(answer.answer().text());
        text.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("assessment.marking.answer"));
        return text;
    }

    private Div acts() {
        Button saveNext = act("save-next", "assessment.marking.save-next", Glyph.CHECK, () -> save(true));
        saveNext.addThemeVariants(ButtonVariant.PRIMARY);
        saveNext.removeThemeVariants(ButtonVariant.TERTIARY);
        Button save = act("save", "assessment.marking.save", Glyph.SAVE, () -> save(false));
        Div acts = new Div(saveNext, save, takingBack());
        acts.addClassName("c-studio-actions");
        return acts;
    }

    private Button takingBack() {
        Button undo = act("undo", "assessment.marking.undo", Glyph.UNDO_2, this::undo);
        undo.setVisible(answer.undoable());
        return undo;
    }

    private Button act(String name, String key, Glyph glyph, Runnable does) {
        Button button = new Button(getTranslation(key), glyph.create(), click -> does.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("data-act", name);
        return button;
    }

    private void save(boolean onwards) {
        form.give(mark -> around.marking().give(around.run(), answer.id(), answer.task(), mark, form.reason()))
                .ifPresent(result -> {
                    if (result == GivingResult.OVERTAKEN) {
                        Toasts.problem(getTranslation("assessment.marking.overtaken"));
                        return;
                    }
                    form.forget();
                    UUID marked = answer.id();
                    Toasts.withUndo(getTranslation("assessment.marking.saved"), () -> takeBack(marked));
                    if (onwards) {
                        ways.next(marked);
                    } else {
                        ways.again(marked);
                    }
                });
    }

    private void undo() {
        takeBack(answer.id());
    }

    private void takeBack(UUID marked) {
        Toasts.show(getTranslation(
                around.marking().undo(around.run(), marked)
                        ? "assessment.marking.undone"
                        : "assessment.marking.not-undone"));
        ways.again(marked);
    }

    /** The marks of others, as far as they may be seen, and those that count no more. */
    private List<Component> given() {
        Div given = new Div();
        given.addClassName("c-studio-stack");
        boolean own = answer.task() == MarkingTask.CHANGE;
        List<GivenMark> seen = own ? List.of() : answer.marks();
        if (!seen.isEmpty()) {
            given.add(new H3(getTranslation("assessment.marking.given")));
            seen.forEach(mark -> given.add(new GivenMarkCard(mark, answer, around)));
        }
        if (answer.history().isEmpty()) {
            return List.of(given);
        }
        Div earlier = new Div();
        answer.history().forEach(mark -> earlier.add(new GivenMarkCard(mark, answer, around)));
        return List.of(
                given,
                new NativeDetails(
                        getTranslation(
                                "assessment.marking.history", answer.history().size()),
                        earlier));
    }

    private NativeDetails keys() {
        NativeDetails keys = new NativeDetails(
                getTranslation("assessment.marking.keys"),
                new Paragraph(getTranslation("assessment.marking.keys.text")));
        keys.addClassNames("c-muted", "c-small");
        return keys;
    }

    /** Leads those who use the keyboard to the answer. */
    void begin() {
        heading.getElement().executeJs("this.focus()");
    }
}
