package org.collegium.enrolment.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.collegium.enrolment.RunPerson;
import org.collegium.shared.PageRequest;
import org.springframework.modulith.NamedInterface;

/** A field for a learner of a run, found by part of the name or of the address. */
@NamedInterface("choosing")
public final class LearnerChoice extends ComboBox<RunPerson> {

    /** Learners by part of a name or an address. */
    @FunctionalInterface
    @NamedInterface("choosing")
    public interface Searching {
        List<RunPerson> find(String text, PageRequest page);
    }

    /** @param label what the field is called, in the language of the page */
    public LearnerChoice(String label, Searching learners) {
        super(label);
        setItemLabelGenerator(person -> person.name() + ", " + person.email());
        setItems(query ->
                learners
                        .find(query.getFilter().orElse(""), new PageRequest(query.getOffset(), query.getLimit()))
                        .stream());
    }
}
