package org.collegium.assessment.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.collegium.assessment.Picture;
import org.collegium.assessment.form.FormFaults.Said;
import org.collegium.assessment.form.FormPart.Group;
import org.collegium.assessment.form.FormPart.Rows;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.Toasts;
import org.collegium.source.ImportFault;
import org.collegium.source.KeptYaml;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A question in fields, one for each thing that its kind is asked for. Each change is one of the text, which stays the question: what
 * the fields do not know, comments and the order of what is written stay in it.
 */
public final class QuestionForm extends Div {

    private static final String STEM = "/" + QuestionParts.STEM;

    private final transient Messages messages;
    private final transient Consumer<String> changed;
    private final transient Consumer<String> entered;
    private final transient Function<Picture, Component> pictures;
    private final transient FormFields fields = new FormFields();
    private final boolean named;
    private transient @Nullable FormTree tree;
    private @Nullable AreaPicture areas;
    private String last = "";

    /**
     * @param named whether its key is asked for, too, which stays for good once the question is saved
     * @param changed is told the text after each change
     * @param entered is told the pointer of the field of text into which one goes, for a picture to go there
     * @param pictures shows the picture of a question
     */
    public QuestionForm(
            Messages messages,
            boolean named,
            Consumer<String> changed,
            Consumer<String> entered,
            Function<Picture, Component> pictures) {
        this.named = named;
        this.messages = messages;
        this.pictures = pictures;
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
            last = "";
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
        Optional.ofNullable(tree).ifPresent(now -> mark(line, now.lines(column), reason));
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
        fields.all().forEach(FormField::untell);
    }

    /** Says that another question has its key, and leads to the field for it. */
    public void taken(String reason) {
        fields.at("/" + QuestionParts.KEY).ifPresent(field -> {
            FormField.tell(field, reason);
            FormFields.enter(field);
        });
    }

    /** Leads to the field that is about a place of the text. */
    public void goTo(int line, int column) {
        Optional.ofNullable(tree).ifPresent(now -> goTo(line, now.lines(column)));
    }

    /** The same for a question that is part of another text. */
    public void goTo(int line, ToIntFunction<String> lines) {
        at(line, lines).or(() -> fields.all().skip(1).findFirst()).ifPresent(FormFields::enter);
    }

    /** Goes to the first field. */
    public void enter() {
        fields.enter(STEM);
    }

    private Optional<Component> at(int line, ToIntFunction<String> lines) {
        return Optional.ofNullable(tree).flatMap(now -> fields.at(now, line, lines));
    }

    /** What is wrong, in the words of the form; empty where it has no field for it. */
    public Optional<Said> said(ImportFault fault) {
        return Optional.ofNullable(tree)
                .flatMap(now -> new FormFaults(messages, getLocale()).said(fault, now.at(""), ""));
    }

    /** Whether a picture that comes now cannot go into the text by itself, as nothing of the field is in it yet. */
    public boolean waits(String pointer) {
        return FormPictures.waits(now(), fields, pointer);
    }

    /**
     * Takes a picture into the field where it is waited for.
     *
     * @param shown what it shows; empty for decoration
     * @param markdown shows it
     */
    public void bring(String reference, String shown, String markdown) {
        Optional.ofNullable(tree)
                .ifPresent(now -> again(FormPictures.bring(now, fields, last, reference, shown, markdown)));
    }

    private void build() {
        removeAll();
        fields.clear();
        areas = null;
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

    FormFields fields() {
        return fields;
    }

    Component component(FormTree now, FormPart part, String parent) {
        String pointer = parent + "/" + part.name();
        return switch (part) {
            case Rows rows -> new FormRows(this, messages, now, rows, pointer);
            case Group group -> new FormGroup(this, now, group, pointer);
            default -> field(now, part, pointer);
        };
    }

    private Component field(FormTree now, FormPart part, String pointer) {
        Component field = new FormField(now, messages, this::told).of(part, pointer);
        if (field instanceof TextFieldBase<?, ?> typed) {
            typed.addFocusListener(focus -> into(pointer));
        }
        fields.put(pointer, field);
        return field;
    }

    private void told(String pointer, @Nullable JsonNode value) {
        FormTree now = now();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        if (name.equals(QuestionParts.KIND) && value != null) {
            now.become(parent, value);
            again(pointer);
            return;
        }
        if (pointer.matches(AreaPicture.SHAPES) && value != null) {
            AreaNumbers.as(value.asString(""), now.at(parent)).ifPresent(at -> place(parent + "/at", at));
        }
        put(pointer, value);
        fields.all().filter(ItemChoice.class::isInstance).forEach(field -> ((ItemChoice) field).sayAnew());
        tell();
        if (fields.at(pointer).orElse(null) instanceof TextFieldBase<?, ?>) {
            into(pointer);
        }
    }

    /** Numbers that were not typed stand in their field, too. */
    private void place(String pointer, ArrayNode at) {
        put(pointer, at);
        fields.at(pointer).ifPresent(field -> ((TextField) field).setValue(FormField.words(at)));
    }

    private void put(String pointer, @Nullable JsonNode value) {
        FormTree now = now();
        String before = now.text();
        now.set(pointer, value);
        if (KeptYaml.comments(now.text()) < KeptYaml.comments(before)) {
            Toasts.withUndoOn(this, getTranslation("assessment.comments.lost"), () -> back(before, pointer));
        }
        if (areas != null) {
            areas.show(now);
        }
    }

    private void into(String pointer) {
        last = pointer;
        entered.accept(pointer);
    }

    void tell() {
        changed.accept(now().text());
    }

    private FormTree now() {
        return Objects.requireNonNull(tree);
    }

    /** The picture in which areas are drawn. */
    AreaPicture areas(FormTree now) {
        AreaPicture made = new AreaPicture(now, pictures, this);
        areas = made;
        return made;
    }

    /** An area was moved in the picture. */
    void move(int area, ArrayNode at) {
        place(AreaPicture.POINTER + "/" + area + "/at", at);
        tell();
    }

    /** Builds the form anew with another area, and goes to it in the picture. */
    void enterArea(int place) {
        again("");
        if (areas != null) {
            areas.enter(place);
        }
    }

    /** Builds the form anew without an area, and stays in the picture. */
    void removeArea(int place) {
        FormTree now = now();
        String before = now.text();
        now.remove(AreaPicture.POINTER, place);
        enterArea(Math.min(place, now.at(AreaPicture.POINTER).size() - 1));
        String name = getTranslation("assessment.form.row.areas", place + 1);
        removed(getTranslation("assessment.form.removed", name), before, AreaPicture.POINTER + "/" + place + "/label");
    }

    /** Takes back what was done since a text, and goes to where it was done. */
    private void back(String text, String pointer) {
        tree = FormTree.of(text).orElse(tree);
        again(pointer);
    }

    /** @param pointer of the field to which one goes when it comes back */
    void removed(String words, String before, String pointer) {
        Toasts.withUndoOn(this, words, () -> back(before, pointer));
    }

    /** Builds the form anew after another number or order of items, and goes to a field of it. */
    void again(String pointer) {
        build();
        fields.enter(pointer);
        tell();
    }
}
