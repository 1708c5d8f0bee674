package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.collegium.assessment.Picture;
import org.collegium.assessment.form.FieldEnd;
import org.collegium.assessment.form.QuestionForm;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.FileReceiver;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;

/** The text of a question, written in fields or as it is, and what is wrong in it. The text is the question; fields change it. */
final class QuestionSource extends Section {

    private static final String BASED_ON = "based-on";
    private static final String YAML = "yaml";

    private final YamlEditor yaml;
    private final QuestionForm form;
    private final FaultLines faults;
    private final WritingWays ways;
    private final Div tools = new Div();
    private final transient KeptTyping typing;
    private final transient Runnable look;

    /**
     * @param place what the question is, for what is typed to be kept in the tab
     * @param named whether its key may still be chosen
     * @param look runs after each change
     * @param pictures shows the picture of a question
     */
    QuestionSource(
            Messages messages,
            String place,
            boolean named,
            boolean mayEdit,
            Runnable look,
            Function<Picture, Component> pictures) {
        this.look = look;
        addClassName("c-bank-source");
        yaml = new YamlEditor(
                getTranslation("assessment.bank.yaml"), getTranslation("assessment.bank.yaml.help"), !mayEdit);
        form = new QuestionForm(messages, named, this::typed, this::entered, pictures);
        faults = new FaultLines(messages, this::goTo);
        ways = new WritingWays(this::write);
        tools.add(ways);
        tools.addClassName("c-studio-actions");
        tools.setVisible(mayEdit);
        add(new H2(getTranslation("assessment.bank.yaml")), tools, form, yaml, faults);
        typing = new KeptTyping(this, place);
    }

    /**
     * Begins with a text.
     *
     * @param basedOn the number of the version that it was made from, and takes that of what comes back to the tab
     */
    void begin(String text, boolean inFields, Supplier<String> basedOn, Consumer<String> takes) {
        typing.with(BASED_ON, basedOn, takes).with(YAML, yaml);
        yaml.setValue(text);
        show(inFields);
        yaml.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typing.keep(BASED_ON);
            }
            show(form.isVisible());
            look.run();
        });
        look.run();
    }

    String text() {
        return yaml.getValue();
    }

    void put(String text) {
        yaml.setValue(text);
    }

    /** Whether the browser asks before the page is left. */
    void setUnsaved(boolean unsaved) {
        yaml.setUnsaved(unsaved);
    }

    /** What is typed is saved or given up. */
    void forget() {
        typing.forget();
        yaml.setUnsaved(false);
    }

    /** Runs when the person presses Ctrl+S; the text is what is typed by then. */
    void onSave(Runnable save) {
        yaml.onSave(save);
        form.onSave(save);
    }

    void takePictures(FileReceiver receiver) {
        yaml.takePictures(receiver);
        yaml.onPicture(form::bring);
        tools.add(yaml.adding());
    }

    void say(List<ImportFault> found) {
        faults.show(found);
        yaml.mark(found.stream().map(ImportFault::line).filter(line -> line > 0).toList());
        form.clear();
        found.stream()
                .filter(fault -> fault.severity() == FaultSeverity.ERROR && fault.line() > 0)
                .forEach(fault -> form.mark(fault.line(), fault.column(), faults.reason(fault)));
    }

    /** Says that another question has the key. */
    void taken(String reason) {
        if (form.isVisible()) {
            form.taken(reason);
        }
    }

    private void write(boolean inFields) {
        show(inFields);
        look.run();
    }

    /** As text where it cannot be shown in fields. */
    private void show(boolean inFields) {
        boolean shown = inFields && form.show(yaml.getValue());
        form.setVisible(shown);
        yaml.setOpen(!shown);
        faults.inForm(
                fault -> shown ? Optional.of(getTranslation("assessment.form.go")) : Optional.empty(),
                fault -> shown ? form.said(fault) : Optional.empty());
        ways.show(shown, inFields && !shown);
    }

    private void typed(String text) {
        yaml.setValue(text);
        typing.keep(BASED_ON);
        typing.keep(YAML);
    }

    private void entered(String pointer) {
        if (form.waits(pointer)) {
            yaml.beside();
        } else {
            FieldEnd.of(text(), pointer).ifPresent(yaml::place);
        }
    }

    private void goTo(int line, int column) {
        if (form.isVisible()) {
            form.goTo(line, column);
        } else {
            yaml.goTo(line, column);
        }
    }
}
