package org.collegium.gradebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.collegium.gradebook.GradeChange;
import org.collegium.gradebook.rules.Entry;

/** What happened to a grade: when, who, what and why. */
final class HistoryDialog extends Dialog {

    private static final List<String> COLUMNS = List.of(
            "gradebook.history.when", "gradebook.history.what", "gradebook.history.who", "gradebook.history.why");

    private final GradeWords words = new GradeWords();

    HistoryDialog(Entry entry, List<GradeChange> changes) {
        addClassNames("c-dialog", "c-dialog-widest");
        setHeaderTitle(getTranslation("gradebook.history") + ": " + entry.title());
        if (changes.isEmpty()) {
            add(new Paragraph(getTranslation("gradebook.history.none")));
        } else {
            GradeTable table = new GradeTable(getTranslation("gradebook.history"), COLUMNS);
            changes.forEach(change -> table.row(List.of(
                    new Span(words.said(change.at())),
                    new Span(what(change)),
                    new Span(change.by()),
                    new Span(change.reason()))));
            add(table);
        }
        getFooter().add(new Button(getTranslation("shared.close"), click -> close()));
    }

    private String what(GradeChange change) {
        String key = "gradebook.history." + change.kind();
        Double score = change.score();
        Instant due = change.due();
        if (score != null) {
            return getTranslation(key, words.percent(score));
        }
        return due == null ? getTranslation(key) : getTranslation(key, words.said(due));
    }
}
