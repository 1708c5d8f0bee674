package org.collegium.integrity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.integrity.trace.TraceListed;
import org.collegium.integrity.trace.Traces;
import org.collegium.integrity.ui.IntegrityView.Looked;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.PageLinks;
import org.jspecify.annotations.Nullable;

/** The attempts of a run that have a trace, by name; nothing is counted or ranked. */
final class TraceList extends Div {

    private static final int ROWS = 25;

    private final transient Traces traces;
    private final transient Map<String, String> titles;
    private final transient Looked looked;
    private final transient Said said = Said.here();
    private final Div list = new Div();
    private final Span found = StudioIntegrityView.muted("");

    /** @param titles of the quizzes by their key */
    TraceList(Traces traces, Map<String, String> titles, Looked looked) {
        this.traces = traces;
        this.titles = titles;
        this.looked = looked;
        addClassName("integrity-part");
        Paragraph rule = new Paragraph(getTranslation("integrity.traces.rule"));
        rule.addClassName("c-muted");
        TextField search = new TextField(getTranslation("integrity.traces.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValue(looked.value("q"));
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .getPage()
                        .getHistory()
                        .replaceState(
                                null,
                                new Location(looked.with(Map.of("q", change.getValue(), "page", ""))
                                        .substring(1)));
                show(change.getValue(), 0);
            }
        });
        Div filters = new Div(search);
        filters.addClassName("c-filters");
        found.getElement().setAttribute("role", "status");
        add(rule, filters, found, list);
        show(looked.value("q"), looked.page());
    }

    private void show(String text, int asked) {
        list.removeAll();
        int count = traces.count(looked.run().id(), text);
        int page = PageLinks.shown(asked, ROWS, count);
        found.setText(getTranslation("integrity.traces.count", count));
        if (count == 0) {
            String key = text.isBlank() ? "integrity.traces.none" : "integrity.traces.nothing-found";
            list.add(
                    new EmptyState(Illustration.SEARCH, getTranslation(key + ".title"), getTranslation(key + ".text")));
            return;
        }
        Rows table = new Rows("integrity.traces.column.", List.of("learner", "quiz", "started", "ended"));
        traces.list(looked.run().id(), text, new PageRequest(page * ROWS, ROWS))
                .forEach(attempt -> table.row(
                        name(attempt),
                        Rows.text(getTranslation(
                                "integrity.traces.attempt",
                                titles.getOrDefault(attempt.unitKey(), attempt.unitKey()),
                                attempt.number())),
                        Rows.text(said.time(attempt.startedAt())),
                        Rows.text(ended(attempt.submittedAt()))));
        list.add(
                table,
                new PageLinks(
                        page,
                        ROWS,
                        count,
                        number -> looked.with(Map.of("q", text, "page", String.valueOf(number + 1)))));
    }

    private Anchor name(TraceListed attempt) {
        return new Anchor(
                IntegrityNavigation.attempt(
                        looked.course().id().value(),
                        looked.run().id().value(),
                        attempt.attempt().value()),
                new Span(attempt.learner()));
    }

    private String ended(@Nullable Instant at) {
        return at == null ? getTranslation("integrity.traces.open") : said.time(at);
    }
}
