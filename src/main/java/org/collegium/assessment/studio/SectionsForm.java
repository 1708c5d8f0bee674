package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizSection;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.bank.QuizDrafting;
import org.collegium.assessment.bank.ui.FaultLines;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.Glyph;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;

/** The sections of a quiz: made, changed, moved and removed, each time kept at once, and taken back as often as there is something. */
final class SectionsForm extends NativeDetails {

    private static final int MOST = 50;

    private final transient QuizDesk desk;
    private final transient QuizDrafting drafting;
    private final Paragraph lead = new Paragraph();
    private final OrderedList rows = new OrderedList();
    private final Paragraph never = new Paragraph();
    private final Div place = new Div();
    private final FaultLines faults;
    private final Paragraph told = new Paragraph();
    private final Button add;
    private final Button undo;
    private final transient List<List<QuizSection>> before = new ArrayList<>();
    private transient @Nullable Quiz held;

    SectionsForm(QuizDesk desk, QuizDrafting drafting, Messages messages) {
        this.desk = desk;
        this.drafting = drafting;
        setSummaryText(getTranslation("assessment.sections"));
        addClassName("c-quiz-part");
        lead.addClassNames("c-muted", "c-small");
        rows.addClassName("c-bank-chosen");
        rows.getElement().setAttribute("aria-label", getTranslation("assessment.sections.list"));
        never.addClassName("c-small");
        faults = FaultLines.ofForm(messages);
        faults.setVisible(false);
        told.getElement().setAttribute("role", "status");
        add = new Button(getTranslation("assessment.sections.add"), Glyph.PLUS.create(), click -> begin(-1));
        undo = new Button(getTranslation("assessment.sections.undo"), Glyph.UNDO_2.create(), click -> undo());
        Div foot = new Div(add, undo, told);
        foot.addClassName("c-bank-foot");
        Div all = new Div(lead, rows, never, place, faults, foot);
        all.addClassNames("c-studio-form", "c-quiz-rules");
        setContent(all);
    }

    /** Shows what holds; a section that is being written stays. */
    void show(Quiz quiz) {
        if (quiz.equals(held)) {
            return;
        }
        held = quiz;
        SectionWords words = new SectionWords(quiz);
        List<QuizSection> sections = quiz.sections();
        lead.setText(getTranslation(sections.isEmpty() ? "assessment.sections.none" : "assessment.sections.lead"));
        rows.removeAll();
        for (int i = 0; i < sections.size(); i++) {
            rows.add(row(sections, i, words));
        }
        rows.setVisible(!sections.isEmpty());
        List<String> left = quiz.neverAsked();
        never.setText(getTranslation("assessment.sections.never", words.numbers(left)));
        never.setVisible(!left.isEmpty());
        add.setEnabled(sections.size() < MOST);
        undo.setEnabled(!before.isEmpty());
    }

    private ListItem row(List<QuizSection> sections, int at, SectionWords words) {
        QuizSection section = sections.get(at);
        Span asks = new Span(words.of(section));
        asks.addClassNames("c-muted", "c-small");
        Button change = new Button(getTranslation("assessment.sections.change"), click -> begin(at));
        change.setAriaLabel(getTranslation("assessment.sections.change-it", section.title()));
        change.addThemeNames("small");
        Button up = act(Glyph.ARROW_UP, "assessment.sections.up", section, () -> move(at, at - 1));
        Button down = act(Glyph.ARROW_DOWN, "assessment.sections.down", section, () -> move(at, at + 1));
        Button remove = act(Glyph.X, "assessment.sections.remove", section, () -> remove(at));
        up.setEnabled(at > 0);
        down.setEnabled(at < sections.size() - 1);
        Div acts = new Div(change, up, down, remove);
        acts.addClassName("c-studio-actions");
        Div said = new Div(new Div(new Span(section.title())), asks);
        return new ListItem(said, acts);
    }

    private Button act(Glyph glyph, String key, QuizSection section, Runnable act) {
        Button button = new Button(glyph.create(), click -> act.run());
        button.setAriaLabel(getTranslation(key, section.title()));
        button.addThemeNames("tertiary", "small");
        return button;
    }

    /** @param at the section that is changed; -1 for one more */
    private void begin(int at) {
        Quiz quiz = desk.quiz();
        List<QuizSection> others = new ArrayList<>(quiz.sections());
        QuizSection section = at < 0 ? new Fixed("", "", List.of()) : others.remove(at);
        String heading = at < 0
                ? getTranslation("assessment.sections.add")
                : getTranslation("assessment.sections.change-it", section.title());
        SectionForm form =
                new SectionForm(quiz.asking(others), section, heading, "quiz-section/" + desk.place() + "/" + at);
        Button save = new Button(
                getTranslation("assessment.sections.save"), Glyph.SAVE.create(), click -> save(form, at, section));
        save.addThemeNames("primary");
        Button cancel = new Button(getTranslation("shared.cancel"), click -> {
            close(form);
            sayNothing();
        });
        Div foot = new Div(save, cancel);
        foot.addClassName("c-bank-foot");
        form.add(foot);
        place.removeAll();
        place.add(form);
        sayNothing();
        form.begin();
    }

    private void close(SectionForm form) {
        form.forget();
        place.removeAll();
        add.focus();
    }

    /** Where it was moved or removed meanwhile it is put at the end rather than over another one. */
    private void save(SectionForm form, int at, QuizSection was) {
        sayNothing();
        form.section()
                .filter(section -> kept(sections -> {
                    List<QuizSection> others = new ArrayList<>(sections);
                    if (at >= 0 && at < others.size() && others.get(at).equals(was)) {
                        others.set(at, section);
                    } else {
                        others.add(section);
                    }
                    return others;
                }))
                .ifPresent(section -> close(form));
    }

    private void move(int from, int to) {
        boolean moved = kept(sections -> {
            List<QuizSection> others = new ArrayList<>(sections);
            Collections.swap(others, from, to);
            return others;
        });
        if (moved) {
            focus(to, to < from);
        }
    }

    /** The focus stays with the section that is moved. */
    private void focus(int at, boolean up) {
        List<Button> acts = rows.getComponentAt(at)
                .getChildren()
                .flatMap(Component::getChildren)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
        Button same = acts.get(up ? 1 : 2);
        (same.isEnabled() ? same : acts.get(up ? 2 : 1)).focus();
    }

    private void remove(int at) {
        boolean removed = kept(sections -> {
            List<QuizSection> others = new ArrayList<>(sections);
            others.remove(at);
            return others;
        });
        if (removed) {
            tell(getTranslation("assessment.sections.removed"), false);
            undo.focus();
        }
    }

    private void undo() {
        if (!before.isEmpty()) {
            List<QuizSection> last = before.removeLast();
            if (kept(sections -> last)) {
                before.removeLast();
                undo.setEnabled(!before.isEmpty());
            }
        }
    }

    /** Whether the quiz could be kept with other sections; where not, it says why. */
    private boolean kept(UnaryOperator<List<QuizSection>> change) {
        List<QuizSection> now = desk.quiz().sections();
        UnaryOperator<Quiz> whole = quiz -> quiz.asking(change.apply(quiz.sections()));
        List<ImportFault> wrong = drafting.read(desk.changing(whole)).faults().stream()
                .filter(fault -> fault.severity() == FaultSeverity.ERROR)
                .toList();
        faults.setVisible(!wrong.isEmpty());
        if (!wrong.isEmpty()) {
            faults.show(wrong);
            tell(getTranslation("assessment.sections.faulty"), true);
            faults.scrollIntoView();
            return false;
        }
        try {
            before.add(now);
            desk.change(whole);
            tell(getTranslation("assessment.keys.saved"), false);
            return true;
        } catch (RuleViolation violation) {
            before.removeLast();
            tell(
                    getTranslation(
                            "assessment.keys.unsaved",
                            getTranslation(
                                    violation.code(), violation.arguments().toArray())),
                    true);
            return false;
        }
    }

    /** What was said holds for the last act alone. */
    private void sayNothing() {
        faults.setVisible(false);
        tell("", false);
    }

    private void tell(String text, boolean trouble) {
        told.setClassName("c-bank-trouble", trouble);
        told.setText(text);
    }
}
