package org.collegium.gradebook.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Book.Missing;
import org.collegium.gradebook.rules.Scale;

/** Asks for what holds in the whole run: the scale, what becomes of missing work, what late work loses. */
final class RulesDialog extends BookDialog {

    private final transient RunBook before;
    private final Select<Scale> scale = new Select<>();
    private final Select<Missing> missing = new Select<>();
    private final LateFields late;

    RulesDialog(RunBook before, List<Scale> scales, Desk desk) {
        super("", "grade-rules/" + before.run().id(), desk);
        this.before = before;
        setHeaderTitle(getTranslation("gradebook.setup.rules"));
        late = new LateFields(before.book().late());
        GradeWords words = new GradeWords();
        scale.setLabel(getTranslation("gradebook.scale"));
        scale.setItems(scales);
        scale.setItemLabelGenerator(words::scale);
        scale.setValue(scales.stream()
                .filter(one -> one.key().equals(before.scale().key()))
                .findFirst()
                .orElse(Scale.PERCENT));
        missing.setLabel(getTranslation("gradebook.missing"));
        missing.setItems(Missing.values());
        missing.setItemLabelGenerator(one -> getTranslation("gradebook.missing." + one));
        missing.setValue(before.book().missing());
        Map<String, HasValidationProperties> about = new HashMap<>(late.faults());
        about.put("gradebook.setup.scale", scale);
        show(about, scale, missing, new H3(getTranslation("gradebook.late")), late);
        typing().with(
                        "scale",
                        scale,
                        Scale::key,
                        key -> scales.stream()
                                .filter(one -> one.key().equals(key))
                                .findFirst()
                                .orElse(before.scale()))
                .with("missing", missing, Missing::valueOf);
        late.keepIn(typing());
    }

    @Override
    Book book() {
        Book now = before.book();
        return new Book(now.categories(), now.entries(), late.rule(), missing.getValue());
    }

    @Override
    String scale() {
        return scale.getValue().key();
    }
}
