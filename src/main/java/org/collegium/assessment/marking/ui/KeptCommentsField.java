package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextArea;
import org.collegium.assessment.FirstWords;
import org.collegium.assessment.marking.KeptComment;
import org.collegium.assessment.marking.KeptComments;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** Puts comments that were kept into a field by a few letters of them, and keeps what is in it. */
final class KeptCommentsField extends NativeDetails {

    private final transient KeptComments comments;
    private final transient CourseRunId run;
    private final ComboBox<KeptComment> kept = new ComboBox<>();
    private final Button forget;

    KeptCommentsField(KeptComments comments, CourseRunId run, TextArea comment) {
        this.comments = comments;
        this.run = run;
        addClassName("c-marking-kept");
        setSummaryText(getTranslation("assessment.marking.kept"));
        kept.setLabel(getTranslation("assessment.marking.kept.find"));
        kept.setItemLabelGenerator(one -> FirstWords.of(one.text(), ""));
        kept.setItems(query -> comments.find(run, query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        kept.getElement().setAttribute("data-field", "kept");
        forget =
                new Button(getTranslation("assessment.marking.kept.forget"), Glyph.TRASH_2.create(), click -> forget());
        forget.addThemeVariants(ButtonVariant.TERTIARY);
        forget.setVisible(false);
        Button insert = new Button(getTranslation("assessment.marking.kept.insert"), click -> insert(comment));
        kept.addValueChangeListener(change ->
                forget.setVisible(change.getValue() != null && change.getValue().own()));
        Checkbox shared = new Checkbox(getTranslation("assessment.marking.kept.shared"));
        Button keep = new Button(getTranslation("assessment.marking.kept.keep"), Glyph.BOOKMARK.create(), click -> {
            try {
                comments.keep(run, comment.getValue(), shared.getValue());
                kept.getDataProvider().refreshAll();
                Toasts.show(getTranslation("assessment.marking.kept.kept"));
            } catch (RuleViolation violation) {
                Toasts.problem(
                        getTranslation(violation.code(), violation.arguments().toArray()));
            }
        });
        keep.addThemeVariants(ButtonVariant.TERTIARY);
        Div using = new Div(kept, insert, forget);
        using.addClassName("c-filters");
        Div keeping = new Div(keep, shared);
        keeping.addClassName("c-filters");
        setContent(new Div(using, keeping));
    }

    private void insert(TextArea comment) {
        KeptComment chosen = kept.getValue();
        if (chosen != null) {
            String before = comment.getValue().stripTrailing();
            comment.setValue(before.isEmpty() ? chosen.text() : before + "\n\n" + chosen.text());
            kept.clear();
            comment.focus();
        }
    }

    private void forget() {
        KeptComment chosen = kept.getValue();
        if (chosen != null) {
            comments.forget(run, chosen.id());
            kept.clear();
            kept.getDataProvider().refreshAll();
            Toasts.show(getTranslation("assessment.marking.kept.forgotten"));
        }
    }
}
