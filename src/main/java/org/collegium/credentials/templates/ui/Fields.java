package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.collegium.credentials.templates.Block.Align;
import org.collegium.credentials.templates.Block.Look;
import org.collegium.credentials.templates.Block.Tone;

/** The fields by which designs are changed; each tells its new value as soon as it has one. */
final class Fields {

    private static final int PAUSE = 500;
    private static final List<Integer> SIZES =
            List.of(7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 40, 44, 48, 54, 60);
    private static final List<Integer> HEIGHTS =
            List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 25, 30, 35, 40, 45, 50, 60, 80, 100, 120);

    private Fields() {}

    static <T> Select<T> choice(String label, List<T> items, Function<T, String> said, T value, Consumer<T> changed) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setItems(
                items.contains(value)
                        ? items
                        : Stream.concat(Stream.of(value), items.stream()).toList());
        select.setItemLabelGenerator(said::apply);
        select.setValue(value);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(change.getValue());
            }
        });
        return select;
    }

    static <E extends Enum<E>> Select<E> choice(String key, E value, Consumer<E> changed) {
        return choice(
                BlockWords.text(key),
                List.of(value.getDeclaringClass().getEnumConstants()),
                one -> BlockWords.text(key + "." + one.name()),
                value,
                changed);
    }

    static TextField line(String label, String value, Consumer<String> changed) {
        return typed(new TextField(label), value, changed);
    }

    static TextArea area(String label, String value, Consumer<String> changed) {
        return typed(new TextArea(label), value, changed);
    }

    private static <F extends TextFieldBase<F, String>> F typed(F field, String value, Consumer<String> changed) {
        field.setValue(value);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(change.getValue());
            }
        });
        return field;
    }

    static Checkbox tick(String label, boolean value, Consumer<Boolean> changed) {
        Checkbox field = new Checkbox(label, value);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(change.getValue());
            }
        });
        return field;
    }

    static Select<Integer> height(int least, int most, int value, Consumer<Integer> changed) {
        return choice(
                BlockWords.text("height"),
                HEIGHTS.stream().filter(one -> one >= least && one <= most).toList(),
                one -> one + " mm",
                value,
                changed);
    }

    static Div look(Look look, Consumer<Look> changed) {
        AtomicReference<Look> now = new AtomicReference<>(look);
        Consumer<UnaryOperator<Look>> change = with -> changed.accept(now.updateAndGet(with));
        Div fields = new Div(
                choice(
                        BlockWords.text("size"),
                        SIZES,
                        one -> BlockWords.text("points", one),
                        look.points(),
                        points -> change.accept(one -> new Look(one.align(), one.tone(), points, one.strong()))),
                align(
                        look.align(),
                        align -> change.accept(one -> new Look(align, one.tone(), one.points(), one.strong()))),
                choice(
                        "tone",
                        look.tone(),
                        tone -> change.accept(one -> new Look(one.align(), tone, one.points(), one.strong()))),
                tick(
                        BlockWords.text("strong"),
                        look.strong(),
                        strong -> change.accept(one -> new Look(one.align(), one.tone(), one.points(), strong))));
        fields.addClassName("design-look");
        return fields;
    }

    static Select<Align> align(Align value, Consumer<Align> changed) {
        return choice("align", value, changed);
    }

    static Select<Tone> tone(Tone value, Consumer<Tone> changed) {
        return choice("tone", value, changed);
    }
}
