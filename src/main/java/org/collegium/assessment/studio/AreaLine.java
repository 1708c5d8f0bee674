package org.collegium.assessment.studio;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.collegium.assessment.Area;
import org.collegium.assessment.Area.Shape;

/** An area in a picture as its author gives it; where it is, in percent of the picture. */
final class AreaLine extends Div {

    private static final int HUNDRED = 100;
    private static final int MOST_NUMBERS = 100;

    private final transient Area before;
    private final boolean labelled;
    private final Span sign = new Span();
    private final Select<Shape> shape = new Select<>();
    private final TextField at = new TextField();
    private final TextField label = new TextField();
    private final Checkbox correct = new Checkbox();
    private final Button remove = new Button();
    private boolean together;

    /** @param labelled whether it needs a label */
    AreaLine(Area area, boolean labelled) {
        this.before = area;
        this.labelled = labelled;
        addClassName("c-hotspot-line");
        sign.addClassName("c-key-letter");
        shape.setLabel(getTranslation("assessment.keys.hotspot.shape"));
        shape.setItems(Shape.values());
        shape.setItemLabelGenerator(each ->
                getTranslation("assessment.keys.hotspot.shape." + each.name().toLowerCase(Locale.ROOT)));
        shape.setValue(area.shape());
        at.setLabel(getTranslation("assessment.keys.hotspot.at"));
        at.setValue(percent(area.at()));
        at.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        label.setLabel(getTranslation("assessment.keys.hotspot.label"));
        label.setValue(area.label());
        label.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        correct.setLabel(getTranslation("assessment.keys.hotspot.right"));
        correct.setValue(area.correct());
        remove.setText(getTranslation("assessment.keys.hotspot.remove"));
        add(sign, shape, at, label, correct, remove);
        help();
    }

    String key() {
        return before.key();
    }

    static String sign(int place) {
        return String.valueOf((char) ('A' + place));
    }

    void number(int place, boolean removable) {
        sign.setText(sign(place));
        remove.setVisible(removable);
        remove.setAriaLabel(getTranslation("assessment.keys.hotspot.remove.one", sign(place)));
    }

    String shapeWord() {
        return shape.getValue().name().toLowerCase(Locale.ROOT);
    }

    void focus() {
        at.focus();
    }

    /** Is told of each change, and how to take it back. Another shape begins at a place of its own. */
    void onChange(SerializableConsumer<SerializableRunnable> listener) {
        shape.addValueChangeListener(change -> {
            Shape old = change.getOldValue();
            String was = at.getValue();
            if (!together) {
                set(change.getValue(), percent(usual(change.getValue())));
                listener.accept(() -> {
                    set(old, was);
                    listener.accept(() -> {});
                });
            }
        });
        told(at, at::setValue, listener);
        told(label, label::setValue, listener);
        told(correct, correct::setValue, listener);
    }

    private void set(Shape form, String place) {
        together = true;
        shape.setValue(form);
        at.setValue(place);
        together = false;
        help();
    }

    private <V> void told(
            HasValue<? extends HasValue.ValueChangeEvent<V>, V> field,
            Consumer<V> set,
            SerializableConsumer<SerializableRunnable> listener) {
        field.addValueChangeListener(change -> {
            V old = change.getOldValue();
            if (!together) {
                listener.accept(() -> set.accept(old));
            }
        });
    }

    void onFocus(SerializableRunnable listener) {
        at.addFocusListener(focus -> listener.run());
        shape.addFocusListener(focus -> listener.run());
        label.addFocusListener(focus -> listener.run());
        correct.addFocusListener(focus -> listener.run());
    }

    void onRemove(SerializableRunnable listener) {
        remove.addClickListener(click -> listener.run());
    }

    /** Takes what was drawn: numbers from 0 to 1 with commas between them. */
    void draw(String numbers) {
        List<Double> read = numbers(numbers, 1).orElse(List.of());
        if (shape.getValue() == Shape.POLYGON && read.size() == 2) {
            List<Double> corners =
                    new ArrayList<>(numbers(at.getValue(), HUNDRED).orElse(List.of()));
            if (corners.size() + 2 <= MOST_NUMBERS) {
                corners.addAll(read);
                at.setValue(percent(corners));
            }
        } else if (Area.complete(shape.getValue(), read)) {
            at.setValue(percent(read));
        }
    }

    /** The area; empty when it cannot be read. */
    Optional<Area> area() {
        return numbers(at.getValue(), HUNDRED)
                .filter(read -> Area.complete(shape.getValue(), read) && Area.inside(shape.getValue(), read))
                .map(read -> new Area(
                        before.key(),
                        shape.getValue(),
                        read,
                        label.getValue().strip(),
                        correct.getValue(),
                        before.feedback()));
    }

    boolean check() {
        boolean readable = area().isPresent();
        at.setInvalid(!readable);
        at.setErrorMessage(getTranslation("assessment.keys.hotspot.at.wrong"));
        boolean named = !labelled || !label.getValue().isBlank();
        boolean fits = label.getValue().length() <= 200;
        label.setInvalid(!named || !fits);
        label.setErrorMessage(
                getTranslation(named ? "assessment.keys.hotspot.label.long" : "assessment.keys.hotspot.label.needed"));
        return readable && named && fits;
    }

    private void help() {
        at.setHelperText(getTranslation("assessment.keys.hotspot.at." + shapeWord()));
    }

    private static List<Double> usual(Shape shape) {
        return switch (shape) {
            case RECTANGLE -> List.of(0.4, 0.4, 0.2, 0.2);
            case ELLIPSE -> List.of(0.5, 0.5, 0.1, 0.1);
            case POLYGON -> List.of(0.4, 0.6, 0.6, 0.6, 0.5, 0.4);
        };
    }

    private static String percent(List<Double> fractions) {
        return fractions.stream()
                .map(each -> BigDecimal.valueOf(each * HUNDRED)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString())
                .collect(Collectors.joining(", "));
    }

    /** Numbers from 0 to a whole, as fractions of it, with commas, semicolons or spaces between them; empty when they are none. */
    private static Optional<List<Double>> numbers(String text, int whole) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.strip().split("[,;\\s]++", -1)) {
            if (!part.matches("\\d{1,3}(\\.\\d{1,6})?+") || numbers.size() >= MOST_NUMBERS) {
                return Optional.empty();
            }
            double fraction = new BigDecimal(part)
                    .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP)
                    .doubleValue();
            if (fraction > 1) {
                return Optional.empty();
            }
            numbers.add(fraction);
        }
        return Optional.of(numbers);
    }
}
