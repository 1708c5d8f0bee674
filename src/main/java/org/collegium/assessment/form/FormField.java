package org.collegium.assessment.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.assessment.form.FormPart.Amount;
import org.collegium.assessment.form.FormPart.Amounts;
import org.collegium.assessment.form.FormPart.Choice;
import org.collegium.assessment.form.FormPart.Flag;
import org.collegium.assessment.form.FormPart.Reference;
import org.collegium.assessment.form.FormPart.Several;
import org.collegium.assessment.form.FormPart.Size;
import org.collegium.assessment.form.FormPart.Text;
import org.collegium.assessment.form.FormPart.Truth;
import org.collegium.shared.messages.Messages;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The field for one value of a question; what is typed or chosen is told as the value that the text is to have. */
final class FormField {

    private static final String TEXTS = "assessment.form.field.";
    private static final String CHOICES = "assessment.form.choice.";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PAUSE = 500;
    private static final int LONG = 3;
    private static final double LARGEST_WHOLE = 1e15;

    private final FormTree tree;
    private final Messages messages;
    private final BiConsumer<String, @Nullable JsonNode> told;

    /** @param told the pointer and value of what was changed; null where it is left out from then on */
    FormField(FormTree tree, Messages messages, BiConsumer<String, @Nullable JsonNode> told) {
        this.tree = tree;
        this.messages = messages;
        this.told = told;
    }

    Component of(FormPart part, String pointer) {
        JsonNode value = tree.value(pointer);
        return switch (part) {
            case Text text -> text(text, pointer, value);
            case Amount amount -> amount(amount, pointer, value);
            case Amounts amounts -> amounts(amounts, pointer, value);
            case Flag flag -> flag(flag, pointer, value);
            case Truth truth -> truth(truth, pointer, value);
            case Choice choice -> choice(choice, pointer, value);
            case Reference reference -> reference(reference, pointer, value);
            case Several several -> several(several, pointer, value);
            case FormPart.Group _, FormPart.Rows _ -> throw new IllegalArgumentException(part.name());
        };
    }

    private <V, F extends Component & HasValue<?, V>> F telling(F field, String pointer, Told<V> value) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                told.accept(pointer, value.of(change.getValue()));
            }
        });
        return field;
    }

    private Component text(Text part, String pointer, JsonNode value) {
        TextFieldBase<?, String> field = part.size() == Size.LINE ? new TextField() : area(part.size());
        String before = value.asString("");
        field.setLabel(label(field, part));
        help(field, part);
        field.setValue(before.endsWith("\n") ? before.substring(0, before.length() - 1) : before);
        slowly(field);
        return telling(field, pointer, typed -> {
            boolean lines = typed.contains("\n") || before.endsWith("\n");
            return typed.isBlank() ? null : NODES.stringNode(lines && !typed.endsWith("\n") ? typed + "\n" : typed);
        });
    }

    private static TextArea area(Size size) {
        TextArea area = new TextArea();
        area.setMinRows(size == Size.PROSE ? 1 : LONG);
        if (size == Size.CODE) {
            area.addClassName("c-question-code");
        }
        return area;
    }

    private Component amount(Amount part, String pointer, JsonNode value) {
        NumberField field = new NumberField();
        field.setLabel(label(field, part));
        help(field, part);
        field.setI18n(new NumberFieldI18n().setBadInputErrorMessage(field.getTranslation("shared.field.unreadable")));
        field.setValue(value.isNumber() ? value.doubleValue() : null);
        slowly(field);
        return telling(field, pointer, typed -> typed == null ? null : number(typed));
    }

    static JsonNode number(double value) {
        boolean whole = Math.rint(value) == value && Math.abs(value) < LARGEST_WHOLE;
        return whole ? NODES.numberNode((long) value) : NODES.numberNode(value);
    }

    private Component amounts(Amounts part, String pointer, JsonNode value) {
        TextField field = new TextField();
        field.setLabel(label(field, part));
        help(field, part);
        field.setErrorMessage(field.getTranslation("shared.field.unreadable"));
        field.setValue(words(value));
        slowly(field);
        field.addValueChangeListener(change -> {
            Optional<ArrayNode> numbers = numbers(change.getValue());
            field.setInvalid(numbers.isEmpty());
            if (change.isFromClient() && numbers.isPresent()) {
                told.accept(pointer, numbers.get().isEmpty() ? null : numbers.get());
            }
        });
        return field;
    }

    /** Numbers as they stand in a field. */
    static String words(JsonNode numbers) {
        return numbers.valueStream().map(FormField::word).collect(Collectors.joining(" "));
    }

    /** Small numbers without a power of ten, as people write them. */
    private static String word(JsonNode number) {
        return number.isNumber() ? number.decimalValue().stripTrailingZeros().toPlainString() : number.asString();
    }

    private static Optional<ArrayNode> numbers(String typed) {
        ArrayNode numbers = NODES.arrayNode();
        try {
            words(typed, "[\\s;]").map(Double::valueOf).forEach(value -> numbers.add(number(value)));
            return Optional.of(numbers);
        } catch (NumberFormatException notNumbers) {
            return Optional.empty();
        }
    }

    private static Stream<String> words(String typed, String between) {
        return Arrays.stream(typed.split(between)).map(String::strip).filter(word -> !word.isEmpty());
    }

    private Component flag(Flag part, String pointer, JsonNode value) {
        Checkbox field = new Checkbox();
        field.setLabel(label(field, part));
        field.setValue(value.isBoolean() ? value.booleanValue() : part.usual());
        return telling(field, pointer, ticked -> ticked == part.usual() ? null : NODES.booleanNode(ticked));
    }

    private Component truth(Truth part, String pointer, JsonNode value) {
        RadioButtonGroup<Boolean> field = new RadioButtonGroup<>();
        field.setLabel(label(field, part));
        field.setItems(true, false);
        field.setItemLabelGenerator(
                one -> field.getTranslation(one ? "assessment.keys.true" : "assessment.keys.false"));
        if (value.isBoolean()) {
            field.setValue(value.booleanValue());
        }
        return telling(field, pointer, chosen -> chosen == null ? null : NODES.booleanNode(chosen));
    }

    private Component choice(Choice part, String pointer, JsonNode value) {
        Select<String> field = new Select<>();
        field.setLabel(label(field, part));
        field.setItems(part.values());
        field.setItemLabelGenerator(one -> one == null ? "" : field.getTranslation(CHOICES + part.label() + "." + one));
        boolean mayBeNone = part.usual().isEmpty() && !part.name().equals(QuestionParts.KIND);
        field.setEmptySelectionAllowed(mayBeNone);
        if (mayBeNone) {
            field.setEmptySelectionCaption(field.getTranslation("assessment.form.none"));
        }
        String now = value.asString(part.usual());
        if (part.values().contains(now)) {
            field.setValue(now);
        }
        return telling(
                field,
                pointer,
                chosen -> chosen == null || chosen.equals(part.usual()) ? null : NODES.stringNode(chosen));
    }

    private Component reference(Reference part, String pointer, JsonNode value) {
        String list = "/" + part.list();
        List<String> keys = tree.at(list)
                .valueStream()
                .map(item -> item.path(QuestionParts.KEY).asString(""))
                .distinct()
                .toList();
        ItemChoice field = new ItemChoice(keys, key -> named(list, key));
        field.setLabel(label(field, part));
        if (keys.contains(value.asString(""))) {
            field.setValue(value.asString(""));
        }
        return telling(field, pointer, chosen -> chosen == null ? null : NODES.stringNode(chosen));
    }

    private String named(String list, String key) {
        return tree.at(list)
                .valueStream()
                .filter(item -> item.path(QuestionParts.KEY).asString("").equals(key))
                .map(item -> item.path("text").asString(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(key);
    }

    private Component several(Several part, String pointer, JsonNode value) {
        TextField field = new TextField();
        field.setLabel(label(field, part));
        help(field, part);
        field.setValue(value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
        slowly(field);
        return telling(field, pointer, typed -> {
            ArrayNode words = NODES.arrayNode();
            words(typed, ",").forEach(words::add);
            return words.isEmpty() ? null : words;
        });
    }

    private static void slowly(HasValueChangeMode field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
    }

    private static String label(Component field, FormPart part) {
        return field.getTranslation(TEXTS + part.label());
    }

    private <F extends Component & HasHelper> void help(F field, FormPart part) {
        String key = "assessment.form.help." + part.label();
        if (messages.knows(key)) {
            field.setHelperText(field.getTranslation(key));
        }
    }

    /** Says at a field what is wrong with what stands in it. */
    static void tell(Component field, String reason) {
        if (field instanceof HasValidationProperties told) {
            told.setErrorMessage(reason);
            told.setInvalid(true);
        }
    }

    static void untell(Component field) {
        if (field instanceof HasValidationProperties told) {
            told.setInvalid(false);
        }
    }

    /** The value that a text is to have after a change; null where it is left out. */
    @FunctionalInterface
    private interface Told<V> {

        @Nullable
        JsonNode of(V value);
    }
}
