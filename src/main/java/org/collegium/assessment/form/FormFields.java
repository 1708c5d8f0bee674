package org.collegium.assessment.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The fields of a question by what they are about, as JSON Pointers; in the order of the page. */
final class FormFields {

    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Map<String, Button> acts = new HashMap<>();

    void put(String pointer, Component field) {
        fields.put(pointer, field);
    }

    /** Something is done with an item by a button, to which one may want to come back. */
    void act(String name, Button button) {
        acts.put(name, button);
    }

    void clear() {
        fields.clear();
        acts.clear();
    }

    Optional<Component> at(String pointer) {
        return Optional.ofNullable(fields.get(pointer));
    }

    Stream<Component> all() {
        return fields.values().stream();
    }

    /** Of several fields that are about a line the first. */
    Optional<Component> at(FormTree tree, int line, ToIntFunction<String> lines) {
        return fields.entrySet().stream()
                .filter(field -> tree.wanted(field.getKey()))
                .filter(field -> lines.applyAsInt(field.getKey()) <= line)
                .max(Comparator.comparingInt(field -> lines.applyAsInt(field.getKey())))
                .map(Entry::getValue);
    }

    void enter(String pointer) {
        at(pointer).ifPresent(FormFields::enter);
    }

    /** Goes to a button of an item that has been moved; to the other one where it cannot be moved further. */
    void enterAct(String name, String other) {
        Stream.of(name, other)
                .flatMap(each -> Optional.ofNullable(acts.get(each)).stream())
                .filter(Button::isEnabled)
                .findFirst()
                .ifPresent(FormFields::enter);
    }

    static void enter(Component field) {
        field.scrollIntoView();
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
