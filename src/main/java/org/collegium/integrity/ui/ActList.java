package org.collegium.integrity.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.integrity.cases.CaseAct;
import org.collegium.integrity.cases.Cases;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.PageLinks;

/** What was done in a case and who looked at it, the latest first. */
final class ActList extends Section {

    private static final int ROWS = 25;

    private final transient Said said = Said.here();

    ActList(Cases cases, CourseRunId run, UUID id, int asked, String path) {
        addClassName("integrity-part");
        Paragraph rule = new Paragraph(getTranslation("integrity.acts.rule"));
        rule.addClassNames("c-muted", "c-small");
        OrderedList list = new OrderedList();
        list.addClassName("integrity-acts");
        int count = cases.countActs(run, id);
        int page = PageLinks.shown(asked, ROWS, count);
        cases.acts(run, id, new PageRequest(page * ROWS, ROWS)).forEach(act -> list.add(line(act)));
        add(
                new H2(getTranslation("integrity.acts")),
                rule,
                list,
                new PageLinks(page, ROWS, count, number -> path + "?page=" + (number + 1)));
    }

    private ListItem line(CaseAct act) {
        Span time = new Span(said.time(act.at()));
        time.addClassNames("c-muted", "c-small");
        String by = act.by().isEmpty() ? getTranslation("integrity.acts.nobody") : act.by();
        ListItem item = new ListItem(time, new Span(getTranslation("integrity.act." + act.kind(), by, act.about())));
        words(act).forEach(words -> {
            Paragraph line = new Paragraph(words);
            line.addClassNames("integrity-said", "c-small");
            item.add(line);
        });
        return item;
    }

    /** A verdict and, where it reduces the points, by how many percent. */
    private String verdict(String words) {
        int percent = words.indexOf(' ');
        return percent < 0
                ? getTranslation("integrity.verdict." + words)
                : getTranslation("integrity.verdict." + words.substring(0, percent), words.substring(percent + 1));
    }

    private List<String> words(CaseAct act) {
        if (act.words().isEmpty()) {
            return List.of();
        }
        boolean verdict = act.kind() == CaseAct.Kind.DECIDED || act.kind() == CaseAct.Kind.PROPOSED;
        int end = act.words().indexOf('\n');
        return verdict && end > 0
                ? List.of(verdict(act.words().substring(0, end)), act.words().substring(end + 1))
                : List.of(act.words());
    }
}
