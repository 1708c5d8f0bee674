package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.shared.RuleViolation;

/**
 * Tells at the fields of a form what is wrong with what was typed. What a field cannot read at all, such as half a date, counts
 * as wrong: without that it would be taken for nothing, and lost.
 */
public final class FieldFaults {

    /** A context, without which fields would also judge whether something is missing. */
    private static final ValueContext WHETHER_READABLE = new ValueContext(Locale.ROOT);

    private final Map<String, HasValidationProperties> fields;
    private Set<HasValidationProperties> unreadable = Set.of();

    /** @param fields by the beginning of the codes of the rules that are about them, the longest of which counts */
    public FieldFaults(Map<String, HasValidationProperties> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** Forgets what was told before, and tells what cannot be read; false when there is such. */
    public boolean readable() {
        fields.values().forEach(field -> field.setInvalid(false));
        unreadable = fields.values().stream().filter(FieldFaults::isUnreadable).collect(Collectors.toSet());
        unreadable.forEach(field -> tell(field, UI.getCurrent().getTranslation("shared.field.unreadable")));
        return unreadable.isEmpty();
    }

    /** Tells each of the rules that were broken together at the field it is about, and leads to the field of the first. */
    public void tell(RuleViolation violation) {
        violation.all().reversed().forEach(this::tellOne);
    }

    /** Where it is about no field, in passing; what could not be read is no matter for rules. */
    private void tellOne(RuleViolation violation) {
        String message = UI.getCurrent()
                .getTranslation(violation.code(), violation.arguments().toArray());
        Optional<HasValidationProperties> about = fields.entrySet().stream()
                .filter(field -> violation.code().startsWith(field.getKey()))
                .max(Entry.comparingByKey((one, other) -> Integer.compare(one.length(), other.length())))
                .map(Entry::getValue);
        about.ifPresentOrElse(
                field -> {
                    if (!unreadable.contains(field)) {
                        tell(field, message);
                    }
                },
                () -> Toasts.problem(message));
    }

    private static void tell(HasValidationProperties field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        if (field instanceof Component component) {
            component.scrollIntoView();
        }
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Whether a field of numbers or times shows something and has no value; fields of text hold whatever is typed. */
    private static boolean isUnreadable(HasValidationProperties field) {
        return field instanceof HasValue<?, ?> valued
                && valued.isEmpty()
                && !(valued.getValue() instanceof String)
                && field instanceof HasValidator<?> validated
                && validated.getDefaultValidator().apply(null, WHETHER_READABLE).isError();
    }
}
