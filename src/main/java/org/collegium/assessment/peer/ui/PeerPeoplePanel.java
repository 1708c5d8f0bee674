package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.collegium.assessment.exam.ui.TimesTable;
import org.collegium.assessment.peer.PeerLeading;
import org.collegium.assessment.peer.PeerPerson;
import org.collegium.assessment.peer.PeerPhase;
import org.collegium.assessment.peer.PeerQuestion;
import org.collegium.assessment.peer.PeerReceived;
import org.collegium.assessment.peer.PeerTask;
import org.collegium.assessment.ui.Scores;
import org.collegium.assessment.ui.WrittenText;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** Who takes part in the peer reviews of a question, and what can be done about those who are missing. */
final class PeerPeoplePanel extends Section {

    static final int ROWS = 25;

    private static final List<String> COLUMNS = List.of(
            "assessment.peer.column.person",
            "assessment.peer.column.theirs",
            "assessment.peer.column.got",
            "assessment.peer.column.shares",
            "assessment.peer.column.result",
            "assessment.peer.column.acts");

    private final transient PeerLeading leading;
    private final CourseRunId run;
    private final PeerTask task;
    private final transient Function<UUID, String> marking;

    PeerPeoplePanel(
            PeerLeading leading,
            CourseRunId run,
            PeerQuestion question,
            int page,
            IntFunction<String> address,
            Function<UUID, String> marking,
            Runnable changed) {
        this.leading = leading;
        this.run = run;
        this.marking = marking;
        this.task = Objects.requireNonNull(question.task());
        addClassName("c-studio-stack");
        Div acts = new Div();
        acts.addClassName("c-filters");
        if (task.phase() == PeerPhase.REVIEW || task.phase() == PeerPhase.SELF) {
            acts.add(new Button(getTranslation("assessment.peer.remind"), click -> {
                Toasts.show(getTranslation("assessment.peer.reminded", leading.remind(run, task.id())));
            }));
        }
        if (task.phase() == PeerPhase.REVIEW) {
            acts.add(new Button(getTranslation("assessment.peer.more"), click -> more(changed)));
        }
        Paragraph rule = new Paragraph(getTranslation("assessment.peer.rule"));
        rule.addClassNames("c-muted", "c-small");
        TimesTable table = new TimesTable(COLUMNS);
        leading.people(run, task.id(), new PageRequest(page * ROWS, ROWS)).forEach(person -> table.row(row(person)));
        add(
                new H2(getTranslation("assessment.peer.people", PeerQuestionsTable.name(question))),
                acts,
                new Div(table),
                new PageLinks(page, ROWS, question.texts(), address),
                rule);
    }

    /** Text of the course without its markup, where nothing shows it. */
    static Component plain(String markdown) {
        return new Span(markdown.replaceAll("[*_`$#]", ""));
    }

    private void more(Runnable changed) {
        try {
            Toasts.show(getTranslation("assessment.peer.more.done", leading.giveMore(run, task.id())));
        } catch (RuleViolation over) {
            Toasts.problem(getTranslation(over.code(), over.arguments().toArray()));
        }
        changed.run();
    }

    private List<Component> row(PeerPerson person) {
        Button read = new Button(getTranslation("assessment.peer.reviews"), click -> read(person));
        read.setAriaLabel(getTranslation("assessment.peer.reviews.of", person.name()));
        read.addThemeNames("tertiary");
        read.setEnabled(person.received() > 0);
        Div acts = new Div(read);
        acts.addClassName("c-studio-actions");
        UUID answer = person.marking();
        if (answer != null) {
            Anchor mark = new Anchor(marking.apply(answer), getTranslation("assessment.peer.mark"));
            mark.setAriaLabel(getTranslation("assessment.peer.mark.of", person.name()));
            acts.add(mark);
        }
        Div name = new Div(new Span(person.name()));
        Span email = new Span(person.email());
        email.addClassNames("c-muted", "c-small");
        name.add(email);
        name.addClassName("peer-person");
        return List.of(
                name,
                TimesTable.text(given(person)),
                TimesTable.text(String.valueOf(person.received())),
                TimesTable.text(spread(person)),
                TimesTable.text(percent(person.share())),
                acts);
    }

    private String given(PeerPerson person) {
        String given = getTranslation("assessment.peer.of", person.given(), person.due());
        return person.examples() == 0
                ? given
                : getTranslation("assessment.peer.of.examples", given, person.practised(), person.examples());
    }

    private String spread(PeerPerson person) {
        String lowest = percent(person.lowest());
        String highest = percent(person.highest());
        return lowest.equals(highest) ? lowest : getTranslation("assessment.peer.from-to", lowest, highest);
    }

    private String percent(@Nullable Double share) {
        return share == null ? "" : new Scores(getLocale()).percent(share);
    }

    private void read(PeerPerson person) {
        Dialog dialog = new Dialog();
        dialog.addClassNames("c-dialog", "c-dialog-wide");
        dialog.setHeaderTitle(getTranslation("assessment.peer.reviews.of", person.name()));
        for (PeerReceived review : leading.received(run, task.id(), person.text())) {
            String name = review.reviewer().isEmpty() ? getTranslation("assessment.peer.gone") : review.reviewer();
            String weight = getTranslation(
                    review.self() ? "assessment.peer.self.counts" : "assessment.peer.weight",
                    percent(review.share()),
                    percent(review.weight()));
            Paragraph words = new Paragraph(weight);
            words.addClassNames("c-muted", "c-small");
            dialog.add(new H3(name), words, new WrittenText(review.said().comment()));
        }
        dialog.getFooter().add(new Button(getTranslation("shared.close"), click -> dialog.close()));
        dialog.open();
    }
}
