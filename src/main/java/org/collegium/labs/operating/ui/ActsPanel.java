package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.labs.operating.GradingAct;
import org.collegium.labs.operating.OperatingLabs;
import org.collegium.labs.ui.Rows;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.PageLinks;
import org.jspecify.annotations.Nullable;

/** Who did what to grading, and when. */
final class ActsPanel extends Section {

    private static final int ROWS = 10;
    private static final List<String> COLUMNS = List.of("when", "who", "what");

    private final transient OperatingLabs labs;
    private final transient Accounts accounts;
    private final Div body = new Div();
    private int page;
    private transient @Nullable List<GradingAct> shown;

    ActsPanel(OperatingLabs labs, Accounts accounts) {
        this.labs = labs;
        this.accounts = accounts;
        add(new H2(getTranslation("labs.operating.acts")), body);
    }

    void look(int number) {
        page = number;
        shown = null;
    }

    void show() {
        List<GradingAct> acts = labs.acts(new PageRequest(page * ROWS, ROWS));
        if (acts.equals(shown)) {
            return;
        }
        shown = acts;
        body.removeAll();
        if (acts.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("labs.operating.acts.none"));
            none.addClassName("c-muted");
            body.add(none);
            return;
        }
        Map<AccountId, String> names = names(acts);
        Rows table = new Rows("labs.operating.acts.", COLUMNS);
        acts.forEach(act -> table.row(Words.time(act.at()), who(act, names), what(act)));
        body.add(table, new PageLinks(page, ROWS, labs.countActs(), ActsPanel::address));
    }

    /** One query for each person, of whom a page has few. */
    private Map<AccountId, String> names(List<GradingAct> acts) {
        Map<AccountId, String> names = new HashMap<>();
        acts.stream()
                .flatMap(act -> act.by().stream())
                .distinct()
                .forEach(person -> accounts.find(person).ifPresent(found -> names.put(person, found.name())));
        return names;
    }

    private static String address(int page) {
        return OperatingNavigation.address(
                OperatingNavigation.GRADING, Map.of("done", page == 0 ? "" : Integer.toString(page + 1)));
    }

    private Span who(GradingAct act, Map<AccountId, String> names) {
        Optional<String> name = act.by().map(names::get);
        return new Span(name.orElseGet(() -> getTranslation("labs.operating.acts.nobody")));
    }

    private Component what(GradingAct act) {
        Stack what = new Stack(
                new Span(getTranslation("labs.operating.act." + act.kind().name())));
        if (!act.subject().isEmpty()) {
            what.add(Stack.small(act.subject()));
        }
        if (!act.words().isEmpty()) {
            what.add(Stack.small(getTranslation("labs.operating.told", act.words())));
        }
        return what;
    }
}
