package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import org.collegium.gradebook.SettingUpGrades.Preview;
import org.collegium.gradebook.rules.Book;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.jspecify.annotations.Nullable;

/** Changes a part of a grade book: shows what would become of totals, and saves. A broken rule is told at its field. */
abstract class BookDialog extends Dialog {

    private final Div fields = new Div();
    private final Div preview = new Div();
    private final transient Desk desk;
    private final transient KeptTyping typing;
    private transient FieldFaults faults = new FieldFaults(Map.of());

    /** What a dialog works on. */
    interface Desk {

        Preview preview(Book book);

        /** @param scale its key; null to leave it as it is */
        void save(Book book, @Nullable String scale);

        /** Says totals as the scale of the run does. */
        String total(@Nullable Double share);
    }

    /** @param place where what is typed is kept */
    BookDialog(String title, String place, Desk desk) {
        this.desk = desk;
        addClassNames("c-dialog", "c-dialog-wide");
        setHeaderTitle(title);
        fields.addClassName("c-studio-form");
        preview.getElement().setAttribute("role", "status");
        preview.addClassName("grades-preview");
        add(fields, preview);
        typing = new KeptTyping(fields, place);
        Button look = new Button(getTranslation("gradebook.preview"), click -> act(this::look));
        Button save = new Button(getTranslation("gradebook.save"), click -> act(this::save));
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), look, save);
    }

    /** Puts fields into the dialog, in their order. */
    final void show(Map<String, HasValidationProperties> about, Component... all) {
        fields.add(all);
        faults = new FieldFaults(about);
    }

    final KeptTyping typing() {
        return typing;
    }

    /**
     * The book with what was typed.
     *
     * @throws RuleViolation of the rules that are broken
     */
    abstract Book book();

    /** The key of the scale that was chosen; null where none can be. */
    @Nullable
    String scale() {
        return null;
    }

    private void act(Runnable act) {
        if (!faults.readable()) {
            return;
        }
        try {
            act.run();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    private void save() {
        desk.save(book(), scale());
        typing.forget();
        close();
    }

    private void look() {
        Preview found = desk.preview(book());
        preview.removeAll();
        preview.add(new Paragraph(getTranslation("gradebook.preview.said", found.changed(), found.learners())));
        if (!found.most().isEmpty()) {
            UnorderedList list = new UnorderedList();
            found.most()
                    .forEach(change -> list.add(new ListItem(getTranslation(
                            "gradebook.preview.change",
                            change.name(),
                            desk.total(change.before()),
                            desk.total(change.after())))));
            preview.add(list);
        }
    }
}
