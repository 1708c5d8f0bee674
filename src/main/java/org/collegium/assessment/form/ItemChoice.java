package org.collegium.assessment.form;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.UnaryOperator;

/** One of the items of a list, by what they say now; the choice is their key. */
final class ItemChoice extends Select<String> {

    private final List<String> keys;

    /** @param said what the item of a key says */
    ItemChoice(List<String> keys, UnaryOperator<String> said) {
        this.keys = List.copyOf(keys);
        setItems(this.keys);
        setItemLabelGenerator(key -> key == null ? "" : said.apply(key));
    }

    /** An item says something else; refreshing all at once would forget what is chosen. */
    void sayAnew() {
        keys.forEach(getDataProvider()::refreshItem);
    }
}
