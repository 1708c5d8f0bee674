package org.collegium.gradebook.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.LateRule;
import org.collegium.gradebook.rules.Release;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;
import org.jspecify.annotations.Nullable;

/** Asks for how an entry counts: category, points, extra credit, due date, what late work loses. */
final class EntryDialog extends BookDialog {

    private final transient RunBook before;
    private final Entry changed;
    private final boolean added;
    private final Moments moments = Moments.here();
    private final TextField name = new TextField();
    private final Select<String> category = new Select<>();
    private final NumberField points = new NumberField();
    private final Checkbox extra = new Checkbox();
    private final DateTimePicker due = new DateTimePicker();
    private final Checkbox own = new Checkbox();
    private final LateFields late;

    /** @param changed null for a new one that is graded by hand */
    EntryDialog(RunBook before, @Nullable Entry changed, Desk desk) {
        super("", "grade-entry/" + before.run().id() + "/" + (changed == null ? "new" : changed.key()), desk);
        this.before = before;
        this.added = changed == null;
        this.changed = changed == null
                ? new Entry(Entry.BY_HAND, "", "-", "", Entry.USUAL_POINTS, false, null, null, Release.AT_ONCE)
                : changed;
        setHeaderTitle(
                changed == null
                        ? getTranslation("gradebook.setup.entry.add")
                        : getTranslation("gradebook.setup.change.of", changed.title()));
        LateRule rule = this.changed.late();
        late = new LateFields(rule == null ? before.book().late() : rule);
        describe();
        Map<String, HasValidationProperties> about = new HashMap<>(late.faults());
        about.put("gradebook.setup.entry.title", name);
        about.put("gradebook.setup.entry.points", points);
        show(about, name, category, points, extra, due, own, late);
        typing().with("name", name)
                .with("category", category)
                .with("points", points, Double::valueOf)
                .with("extra", extra, Boolean::valueOf)
                .with("due", due, LocalDateTime::parse)
                .with("own", own, Boolean::valueOf);
        late.keepIn(typing());
    }

    private void describe() {
        List<Category> categories = before.book().categories();
        name.setLabel(getTranslation("gradebook.setup.entry.title"));
        name.setVisible(changed.byHand());
        name.setValue(added ? "" : changed.title());
        category.setLabel(getTranslation("gradebook.column.category"));
        category.setItems(Stream.concat(Stream.of(""), categories.stream().map(Category::key))
                .toList());
        category.setItemLabelGenerator(key -> categories.stream()
                .filter(one -> one.key().equals(key))
                .map(Category::name)
                .findFirst()
                .orElseGet(() -> getTranslation("gradebook.setup.category.none")));
        category.setValue(changed.category());
        category.setVisible(!categories.isEmpty());
        points.setLabel(getTranslation("gradebook.column.points"));
        points.setHelperText(getTranslation("gradebook.setup.entry.points.help"));
        points.setI18n(new NumberFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        points.setValue(changed.points());
        extra.setLabel(getTranslation("gradebook.setup.entry.extra"));
        extra.setValue(changed.extra());
        TimeFields.describe(
                moments,
                due,
                getTranslation("gradebook.setup.entry.due"),
                getTranslation("gradebook.times.help", moments.zoneName()),
                changed.due());
        due.setVisible(!changed.byHand());
        own.setLabel(getTranslation("gradebook.setup.entry.late"));
        own.setVisible(!changed.byHand());
        own.addValueChangeListener(change -> late.setVisible(change.getValue()));
        own.setValue(changed.late() != null);
        late.setVisible(own.getValue());
    }

    @Override
    Book book() {
        Book now = before.book();
        Entry then = new Entry(
                changed.key(),
                changed.kind(),
                changed.byHand() ? name.getValue() : changed.title(),
                Objects.requireNonNullElse(category.getValue(), ""),
                points.isEmpty() ? 0 : points.getValue(),
                extra.getValue(),
                moments.instant(due.getValue()),
                own.getValue() ? late.rule() : null,
                changed.release());
        List<Entry> all = new ArrayList<>(now.entries());
        if (added) {
            all.add(then);
        } else {
            all.replaceAll(one -> one.key().equals(then.key()) ? then : one);
        }
        return new Book(now.categories(), all, now.late(), now.missing());
    }
}
