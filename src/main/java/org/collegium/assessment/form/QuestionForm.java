package org.collegium.assessment.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.collegium.assessment.form.FormPart.Group;
import org.collegium.assessment.form.FormPart.Rows;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.Toasts;
import org.collegium.source.KeptYaml;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question in fields, one for each thing that its kind is asked for. Each change is one of the text, which stays the question: what
 * the fields do not know, comments and the order of what is written stay in it.
 */
public final class QuestionForm extends Div {

    private final transient Messages messages;
    private final transient Consumer<String> changed;
    private final transient Consumer<String> entered;
    private final transient Map<String, Component> fields = new LinkedHashMap<>();
    private final transient Map<String, Button> acts = new HashMap<>();
    private final boolean named;
    private transient @Nullable FormTree tree;

    /**
     * @param named whether its key is asked for, too, which stays for good once the question is saved
     * @param changed is told the text after each change
     * @param entered is told the pointer of the field of text into which one goes, for a picture to go there
     */
    public QuestionForm(Messages messages, boolean named, Consumer<String> changed, Consumer<String> entered) {
        this.named = named;
        this.messages = messages;
        this.changed = changed;
        this.entered = entered;
        addClassName("c-question-form");
    }

    /**
     * Shows what a text says. Where it says what is shown already, the fields stay, and with them the focus.
     *
     * @return false where it cannot be read, and nothing is shown
     */
    public boolean show(String text) {
        FormTree now = tree;
        Optional<FormTree> read = FormTree.of(text);
        if (now == null || !read.map(now::takes).orElse(false)) {
            tree = read.orElse(null);
            build();
        }
        return tree != null;
    }

    /** Runs when the person presses Ctrl+S in a field; what is typed by then is in the text. */
    public void onSave(Runnable save) {
        Shortcuts.addShortcutListener(this, save::run, Key.KEY_S, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();
    }

    /** Says what is wrong at the field that is about a place of the text. */
    public void mark(int line, int column, String reason) {
        at(line, lines(column)).ifPresent(field -> FormField.tell(field, reason));
    }

    /**
     * The same for a question that is part of another text.
     *
     * @param lines of that text in which what a pointer into the question names begins
     */
    public void mark(int line, ToIntFunction<String> lines, String reason) {
        at(line, lines).ifPresent(field -> FormField.tell(field, reason));
    }

    /** Forgets what was said to be wrong. */
    public void clear() {
        fields.values().forEach(FormField::untell);
    }

    /** Says that another question has its key, and leads to the field for it. */
    public void taken(String reason) {
        at("/" + QuestionParts.KEY).ifPresent(field -> {
            FormField.tell(field, reason);
            enter(field);
        });
    }

    /** Leads to the field that is about a place of the text. */
    public void goTo(int line, int column) {
        goTo(line, lines(column));
    }

    /** The same for a question that is part of another text. */
    public void goTo(int line, ToIntFunction<String> lines) {
        at(line, lines).or(() -> fields.values().stream().skip(1).findFirst()).ifPresent(QuestionForm::enter);
    }

    private static void enter(Component field) {
        field.scrollIntoView();
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** What is said of the begin of a text is said of the whole question, and not of its key, which stands there. */
    private ToIntFunction<String> lines(int column) {
        return pointer -> {
            FormTree now = Objects.requireNonNull(tree);
            boolean missing =
                    pointer.lastIndexOf('/') == 0 && now.value(pointer).isMissingNode();
            boolean whole = column <= 1;
            boolean other = whole ? pointer.equals("/" + QuestionParts.KEY) : missing;
            return other ? Integer.MAX_VALUE : now.line(pointer);
        };
    }

    /** Of several fields that are about a line the first. */
    private Optional<Component> at(int line, ToIntFunction<String> lines) {
        FormTree now = tree;
        return now == null
                ? Optional.empty()
                : fields.entrySet().stream()
                        .filter(field -> now.wanted(field.getKey()))
                        .filter(field -> lines.applyAsInt(field.getKey()) <= line)
                        .max(Comparator.comparingInt(field -> lines.applyAsInt(field.getKey())))
                        .map(Entry::getValue);
    }

    private void build() {
        removeAll();
        fields.clear();
        acts.clear();
        FormTree now = tree;
        if (now == null) {
            return;
        }
        QuestionParts.of(now.kind()).forEach(part -> add(component(now, part, "")));
        Div more = new Div();
        more.addClassName("c-question-parts");
        if (named) {
            more.add(component(now, QuestionParts.NAME, ""));
        }
        QuestionParts.more(now.kind()).forEach(part -> more.add(component(now, part, "")));
        NativeDetails details = new NativeDetails(getTranslation("assessment.form.more"), more);
        details.setOpen(true);
        add(details);
    }

    Component component(FormTree now, FormPart part, String parent) {
        String pointer = parent + "/" + part.name();
        return switch (part) {
            case Rows rows -> new FormRows(this, messages, now, rows, pointer);
            case Group group -> group(now, group, pointer);
            default -> field(now, part, pointer);
        };
    }

    private Component group(FormTree now, Group group, String pointer) {
        Span title = new Span(getTranslation("assessment.form.field." + group.label()));
        title.setId("form" + pointer.replace('/', '-'));
        title.addClassName("c-question-title");
        Div parts = new Div(title);
        parts.addClassName("c-question-parts");
        parts.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-labelledby", title.getId().orElse(""));
        group.parts().forEach(part -> parts.add(component(now, part, pointer)));
        return parts;
    }

    private Component field(FormTree now, FormPart part, String pointer) {
        Component field = new FormField(now, messages, this::told).of(part, pointer);
        if (field instanceof TextFieldBase<?, ?> typed) {
            typed.addFocusListener(focus -> entered.accept(pointer));
        }
        fields.put(pointer, field);
        return field;
    }

    private void told(String pointer, @Nullable JsonNode value) {
        FormTree now = Objects.requireNonNull(tree);
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        if (name.equals(QuestionParts.KIND) && value != null) {
            become(now, parent, value);
            return;
        }
        String before = now.text();
        now.set(pointer, value);
        if (KeptYaml.comments(now.text()) < KeptYaml.comments(before)) {
            Toasts.withUndoOn(this, getTranslation("assessment.comments.lost"), () -> back(before));
        }
        fields.values().stream().filter(ItemChoice.class::isInstance).forEach(field -> ((ItemChoice) field).sayAnew());
        changed.accept(now.text());
        if (at(pointer).orElse(null) instanceof TextFieldBase<?, ?>) {
            entered.accept(pointer);
        }
    }

    /** A gap of another kind keeps what all kinds have. */
    private void become(FormTree now, String gap, JsonNode kind) {
        ObjectNode item = now.object();
        JsonNode before = now.at(gap);
        item.set(QuestionParts.KEY, before.path(QuestionParts.KEY));
        item.set(QuestionParts.KIND, kind);
        if (before.has("points")) {
            item.set("points", before.path("points"));
        }
        int cut = gap.lastIndexOf('/');
        now.put(gap.substring(0, cut), Integer.parseInt(gap.substring(cut + 1)), item);
        again(gap + "/" + QuestionParts.KIND);
    }

    /** Of a flag that one item of a list at most has, the others lose it. */
    void only(Rows rows, String list, int item) {
        FormTree now = Objects.requireNonNull(tree);
        for (int other = 0; other < now.at(list).size(); other++) {
            String flag = list + "/" + other + "/" + rows.one();
            if (other != item && now.at(flag).asBoolean(false)) {
                now.set(flag, null);
                if (fields.get(flag) instanceof Checkbox box) {
                    box.setValue(false);
                }
            }
        }
        changed.accept(now.text());
    }

    /** Something is done with an item by a button, to which one may want to come back. */
    void act(String name, Button button) {
        acts.put(name, button);
    }

    /** Goes to a button of an item that has been moved; to the other one where it cannot be moved further. */
    void enterAct(String name, String other) {
        Stream.of(name, other)
                .flatMap(each -> Optional.ofNullable(acts.get(each)).stream())
                .filter(Button::isEnabled)
                .findFirst()
                .ifPresent(QuestionForm::enter);
    }

    private Optional<Component> at(String pointer) {
        return Optional.ofNullable(fields.get(pointer));
    }

    /** Takes back what was done since a text. */
    void back(String text) {
        tree = FormTree.of(text).orElse(tree);
        again("/" + QuestionParts.STEM);
    }

    void removed(String words, String before) {
        Toasts.withUndoOn(this, words, () -> back(before));
    }

    /** Builds the form anew after another number or order of items, and goes to a field of it. */
    void again(String pointer) {
        FormTree now = Objects.requireNonNull(tree);
        build();
        at(pointer).ifPresent(QuestionForm::enter);
        changed.accept(now.text());
    }
}
