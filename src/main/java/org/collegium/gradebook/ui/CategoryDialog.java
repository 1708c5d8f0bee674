package org.collegium.gradebook.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Category;
import org.jspecify.annotations.Nullable;

/** Asks for a category: its name, its weight, how many of its lowest entries are dropped. */
final class CategoryDialog extends BookDialog {

    private final transient RunBook before;
    private final @Nullable Category changed;
    private final TextField name = new TextField();
    private final NumberField weight = new NumberField();
    private final IntegerField drop = new IntegerField();

    /** @param changed null for a new one */
    CategoryDialog(RunBook before, @Nullable Category changed, Desk desk) {
        super("", "grade-category/" + before.run().id() + "/" + (changed == null ? "new" : changed.key()), desk);
        this.before = before;
        this.changed = changed;
        setHeaderTitle(
                changed == null
                        ? getTranslation("gradebook.setup.category.add")
                        : getTranslation("gradebook.setup.change.of", changed.name()));
        name.setLabel(getTranslation("gradebook.setup.category.name"));
        weight.setLabel(getTranslation("gradebook.setup.category.weight"));
        weight.setHelperText(getTranslation("gradebook.setup.category.weight.help"));
        weight.setI18n(new NumberFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        drop.setLabel(getTranslation("gradebook.setup.category.drop"));
        drop.setHelperText(getTranslation("gradebook.setup.category.drop.help"));
        drop.setI18n(new IntegerFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        if (changed != null) {
            name.setValue(changed.name());
            weight.setValue(changed.weight());
            drop.setValue(changed.dropLowest());
        }
        show(
                Map.of(
                        "gradebook.setup.category.name", name,
                        "gradebook.setup.categories.twice", name,
                        "gradebook.setup.category.weight", weight,
                        "gradebook.setup.categories.weightless", weight,
                        "gradebook.setup.category.drop", drop),
                name,
                weight,
                drop);
        typing().with("name", name).with("weight", weight, Double::valueOf).with("drop", drop, Integer::valueOf);
    }

    @Override
    Book book() {
        Book now = before.book();
        Category then = new Category(
                changed == null ? UUID.randomUUID().toString() : changed.key(),
                name.getValue(),
                weight.isEmpty() ? 0 : weight.getValue(),
                drop.isEmpty() ? 0 : drop.getValue());
        List<Category> all = new ArrayList<>(now.categories());
        if (changed == null) {
            all.add(then);
        } else {
            all.replaceAll(one -> one.key().equals(then.key()) ? then : one);
        }
        return new Book(all, now.entries(), now.late(), now.missing());
    }
}
