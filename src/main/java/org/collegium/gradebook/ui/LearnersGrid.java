package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.courses.CourseRun;
import org.collegium.gradebook.GradeBooks;
import org.collegium.gradebook.LearnerGrades;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.EntryGrade.State;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.CardsOnPhone;
import org.jspecify.annotations.Nullable;

/** Learners by entries; a card for each learner on a phone. Only what is seen is asked for. */
final class LearnersGrid extends Grid<LearnerGrades> {

    private static final String NAME_WIDTH = "15rem";
    private static final String TOTAL_WIDTH = "9rem";
    private static final String ENTRY_WIDTH = "11rem";

    private final transient RunBook book;
    private final GradeWords words = new GradeWords();

    /** @param ordered all of them in their order; null for that of their names */
    LearnersGrid(GradeBooks books, RunBook book, String text, @Nullable List<AccountId> ordered) {
        this.book = book;
        Column<LearnerGrades> card = addComponentColumn(this::card);
        addComponentColumn(this::name)
                .setHeader(getTranslation("gradebook.column.learner"))
                .setFrozen(true)
                .setWidth(NAME_WIDTH)
                .setFlexGrow(0);
        addColumn(learner -> words.total(learner.total().share(), book.scale()))
                .setHeader(getTranslation("gradebook.total"))
                .setWidth(TOTAL_WIDTH)
                .setFlexGrow(0);
        for (Entry entry : book.book().entries()) {
            addColumn(learner -> brief(learner, entry))
                    .setHeader(entry.title())
                    .setWidth(ENTRY_WIDTH)
                    .setFlexGrow(0)
                    .setResizable(true);
        }
        CardsOnPhone.of(this, card);
        addClassName("grades-grid");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", getTranslation("gradebook.grid"));
        CourseRun run = book.run();
        if (ordered == null) {
            setItems(
                    query ->
                            books
                                    .byName(run.id(), text, true, new PageRequest(query.getOffset(), query.getLimit()))
                                    .stream(),
                    query -> books.count(run.id(), text));
        } else {
            List<AccountId> all = ordered;
            setItems(
                    query -> books.some(run.id(), part(all, query.getOffset(), query.getLimit())).stream(),
                    query -> all.size());
        }
    }

    private static List<AccountId> part(List<AccountId> all, int offset, int limit) {
        return all.stream().skip(offset).limit(limit).toList();
    }

    private String brief(LearnerGrades learner, Entry entry) {
        return learner.total().entry(entry.key()).map(words::brief).orElse("");
    }

    private Component name(LearnerGrades learner) {
        Span email = new Span(learner.email());
        email.addClassNames("c-muted", "c-small");
        return new Div(new Anchor(address(learner), learner.name()), new Div(email));
    }

    private Component card(LearnerGrades learner) {
        long graded = learner.total().entries().stream()
                .filter(grade -> grade.score() != null)
                .count();
        Span total = new Span(words.total(learner.total().share(), book.scale()));
        total.addClassName("grades-card-total");
        Span count = new Span(getTranslation(
                "gradebook.card.graded", graded, learner.total().entries().size()));
        count.addClassNames("c-muted", "c-small");
        long waiting = learner.total().entries().stream()
                .filter(grade -> grade.state() == State.WAITING)
                .count();
        if (waiting > 0) {
            count.setText(count.getText() + " " + getTranslation("gradebook.card.waiting", waiting));
        }
        Div card = new Div(name(learner), total, count);
        card.addClassNames("c-card", "grades-card");
        return card;
    }

    private String address(LearnerGrades learner) {
        return GradebookNavigation.learner(book.run().course(), book.run().id(), learner.learner());
    }
}
