package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.integrity.cases.CaseListed;
import org.collegium.integrity.cases.Cases;
import org.collegium.integrity.ui.IntegrityView.Looked;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** The cases of a run, the latest first. */
final class CaseList extends Div {

    private static final int ROWS = 25;
    private static final String ALL = "all";

    private final transient Looked looked;
    private final transient Said said = Said.here();

    CaseList(Cases cases, Looked looked) {
        this.looked = looked;
        addClassName("integrity-part");
        boolean all = looked.value(ALL).equals("yes");
        Paragraph rule = new Paragraph(getTranslation("integrity.cases.rule"));
        rule.addClassName("c-muted");
        Anchor other = new Anchor(
                looked.with(Map.of(ALL, all ? "" : "yes", "page", "")),
                new Span(getTranslation(all ? "integrity.cases.open-only" : "integrity.cases.all")));
        int count = cases.count(looked.run().id(), !all);
        Span words = StudioIntegrityView.muted(
                getTranslation(all ? "integrity.cases.count" : "integrity.cases.count-open", count));
        words.getElement().setAttribute("role", "status");
        Div line = new Div(words, other);
        line.addClassName("c-studio-actions");
        add(rule, line);
        if (count == 0) {
            add(new EmptyState(
                    Illustration.TRAY,
                    getTranslation("integrity.cases.none.title"),
                    getTranslation("integrity.cases.none.text")));
            return;
        }
        Rows table = new Rows("integrity.cases.column.", List.of("about", "learners", "state", "opened"));
        int page = PageLinks.shown(looked.page(), ROWS, count);
        cases.list(looked.run().id(), !all, new PageRequest(page * ROWS, ROWS))
                .forEach(each -> table.row(
                        about(each),
                        Rows.text(each.learners()),
                        state(each),
                        StudioIntegrityView.stack(List.of(
                                new Span(said.time(each.openedAt())),
                                StudioIntegrityView.muted(
                                        getTranslation("integrity.cases.due", said.time(each.statementDue())))))));
        add(table, new PageLinks(page, ROWS, count, number -> looked.with(Map.of("page", String.valueOf(number + 1)))));
    }

    private Component about(CaseListed each) {
        return StudioIntegrityView.stack(List.of(
                new Anchor(
                        IntegrityNavigation.caseOf(looked.course().id().value(), each.id()),
                        new Span(each.unitTitle())),
                StudioIntegrityView.muted(getTranslation("integrity.case.kind." + each.kind()))));
    }

    private Component state(CaseListed each) {
        return StudioIntegrityView.stack(List.of(
                each.open() == 0
                        ? new StatusBadge(Status.GOOD, getTranslation("integrity.cases.decided"))
                        : new StatusBadge(Status.WAITING, getTranslation("integrity.cases.waiting", each.open())),
                StudioIntegrityView.muted(getTranslation("integrity.cases.stated", each.stated(), each.people()))));
    }
}
