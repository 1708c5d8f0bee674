package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.collegium.assessment.exam.ui.TimesTable;
import org.collegium.assessment.peer.PeerPhase;
import org.collegium.assessment.peer.PeerQuestion;
import org.collegium.assessment.peer.PeerTask;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;
import org.jspecify.annotations.Nullable;

/** The essays of a run with their peer reviews. */
final class PeerQuestionsTable extends Section {

    private static final int LONGEST = 60;
    private static final List<String> COLUMNS = List.of(
            "assessment.peer.column.question",
            "assessment.peer.column.phase",
            "assessment.peer.column.submit",
            "assessment.peer.column.review",
            "assessment.peer.column.given",
            "assessment.peer.column.acts");

    private final transient Acts acts;

    /** What one does with a question. */
    record Acts(Consumer<PeerQuestion> change, Consumer<PeerQuestion> examples, Consumer<PeerQuestion> people) {}

    PeerQuestionsTable(List<PeerQuestion> questions, Acts acts) {
        this.acts = acts;
        addClassName("c-studio-stack");
        TimesTable table = new TimesTable(COLUMNS);
        questions.forEach(question -> table.row(row(question)));
        add(new Div(table));
    }

    private List<Component> row(PeerQuestion question) {
        PeerTask task = question.task();
        String name = name(question);
        if (task == null) {
            return List.of(
                    TimesTable.text(name),
                    TimesTable.text(getTranslation("assessment.peer.task.none")),
                    TimesTable.text(""),
                    TimesTable.text(""),
                    TimesTable.text(""),
                    button("assessment.peer.task.set", name, Glyph.PLUS, acts.change(), question));
        }
        Div buttons = new Div(button("assessment.peer.task.change", name, Glyph.PENCIL, acts.change(), question));
        if (task.phase() == PeerPhase.SUBMIT) {
            buttons.add(button("assessment.peer.task.examples", name, Glyph.FILE_TEXT, acts.examples(), question));
        } else {
            buttons.add(button("assessment.peer.task.people", name, Glyph.USERS, acts.people(), question));
        }
        buttons.addClassName("c-studio-actions");
        return List.of(
                TimesTable.text(name),
                TimesTable.text(getTranslation(
                        "assessment.peer.task.phase." + task.phase().name().toLowerCase(Locale.ROOT))),
                TimesTable.text(said(task.data().submitBy())),
                TimesTable.text(said(task.data().reviewBy())),
                TimesTable.text(
                        task.phase() == PeerPhase.SUBMIT
                                ? getTranslation("assessment.peer.task.examples.count", question.examples())
                                : getTranslation(
                                        "assessment.peer.task.given",
                                        question.given(),
                                        question.due(),
                                        question.texts())),
                buttons);
    }

    static String name(PeerQuestion question) {
        String stem = question.essay().stem().strip().replaceAll("\\s++", " ");
        return question.title() + ": "
                + (stem.length() > LONGEST ? stem.substring(0, LONGEST).strip() + "…" : stem);
    }

    private Button button(String key, String name, Glyph glyph, Consumer<PeerQuestion> act, PeerQuestion question) {
        Button button = new Button(getTranslation(key), glyph.create(), click -> act.accept(question));
        button.setAriaLabel(getTranslation(key + ".of", name));
        button.addThemeNames("tertiary");
        return button;
    }

    private static String said(@Nullable Instant time) {
        return time == null ? "" : Moments.here().minute(time);
    }
}
