package org.collegium.assessment.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.collegium.assessment.form.FormPart.Rows;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.Glyph;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A list of parts of a question, to which some are added, from which some are removed, and which are moved by buttons. */
final class FormRows extends Section {

    private static final String TEXTS = "assessment.form.";
    private static final String UP = "up";
    private static final String DOWN = "down";

    private final transient QuestionForm form;
    private final transient FormTree tree;
    private final transient Rows rows;
    private final String pointer;

    FormRows(QuestionForm form, Messages messages, FormTree tree, Rows rows, String pointer) {
        this.form = form;
        this.tree = tree;
        this.rows = rows;
        this.pointer = pointer;
        addClassName("c-question-rows");
        Span title = new Span(getTranslation(TEXTS + "field." + rows.label()));
        title.addClassName("c-question-heading");
        title.setId("form" + pointer.replace('/', '-'));
        setAriaLabelledBy(title.getId().orElse(""));
        OrderedList list = new OrderedList();
        int size = tree.at(pointer).size();
        for (int item = 0; item < size; item++) {
            list.add(row(item, size));
        }
        Button add = new Button(getTranslation(TEXTS + "add." + rows.label()), Glyph.PLUS.create(), click -> add());
        add.addThemeNames("small");
        add(title);
        String help = TEXTS + "help." + rows.label();
        if (messages.knows(help)) {
            Paragraph words = new Paragraph(getTranslation(help));
            words.addClassNames("c-muted", "c-small");
            add(words);
        }
        if (pointer.equals(AreaPicture.POINTER)) {
            add(form.areas(tree));
        }
        if (size > 0) {
            add(list);
        }
        add(add);
    }

    private ListItem row(int item, int size) {
        String at = pointer + "/" + item;
        JsonNode value = tree.at(at);
        String name = getTranslation(
                TEXTS + "row." + rows.label(),
                item + 1,
                value.path(QuestionParts.KEY).asString(""));
        Span title = new Span(name);
        title.setId("form" + at.replace('/', '-'));
        title.addClassName("c-question-title");
        Div head = new Div(title, acts(name, item, size));
        head.addClassName("c-studio-actions");
        Div parts = new Div();
        parts.addClassName("c-question-parts");
        rows.parts().apply(value).forEach(part -> parts.add(field(part, item, at)));
        ListItem row = new ListItem(head, parts);
        row.getElement().setAttribute("aria-labelledby", title.getId().orElse(""));
        return row;
    }

    private Component field(FormPart part, int item, String at) {
        Component field = form.component(tree, part, at);
        if (part.name().equals(rows.one()) && field instanceof Checkbox box) {
            box.addValueChangeListener(change -> {
                if (change.isFromClient() && change.getValue()) {
                    only(item);
                }
            });
        }
        return field;
    }

    /** Of a flag that one item at most has, the others lose it. */
    private void only(int item) {
        for (int other = 0; other < tree.at(pointer).size(); other++) {
            String flag = pointer + "/" + other + "/" + rows.one();
            if (other != item && tree.at(flag).asBoolean(false)) {
                tree.set(flag, null);
                if (form.fields().at(flag).orElse(null) instanceof Checkbox box) {
                    box.setValue(false);
                }
            }
        }
        form.tell();
    }

    private Div acts(String name, int item, int size) {
        Button up = act(Glyph.ARROW_UP, UP, name, () -> move(item, item - 1));
        Button down = act(Glyph.ARROW_DOWN, DOWN, name, () -> move(item, item + 1));
        up.setEnabled(item > 0);
        down.setEnabled(item < size - 1);
        form.fields().act(pointer + "/" + item + "#" + UP, up);
        form.fields().act(pointer + "/" + item + "#" + DOWN, down);
        Div acts = new Div(up, down, act(Glyph.X, "remove", name, () -> remove(name, item)));
        acts.addClassName("c-question-acts");
        return acts;
    }

    private Button act(Glyph glyph, String key, String name, Runnable act) {
        Button button = new Button(glyph.create(), click -> act.run());
        button.setAriaLabel(getTranslation(TEXTS + key, name));
        button.addThemeNames("tertiary", "small");
        return button;
    }

    private void add() {
        if (pointer.equals(AreaPicture.POINTER)) {
            ArrayNode at = AreaNumbers.fresh(tree.at(pointer).size());
            form.again(pointer + "/" + tree.add(pointer, AreaNumbers.area(tree, at)) + "/label");
            return;
        }
        ObjectNode made = tree.object();
        String key = tree.freeKey(pointer, rows.begins());
        if (rows.keyed()) {
            made.put(QuestionParts.KEY, key);
        }
        if (rows.name().equals(QuestionParts.GAPS)) {
            made.put(QuestionParts.KIND, "short-text");
            String stem = "/" + QuestionParts.STEM;
            tree.set(stem, tree.withGap(key));
        }
        String first = rows.parts().apply(made).getFirst().name();
        if (made.isEmpty()) {
            made.put(first, "");
        }
        int item = tree.add(pointer, made);
        form.again(pointer + "/" + item + "/" + first);
    }

    private void remove(String name, int item) {
        String before = tree.text();
        JsonNode removed = tree.at(pointer).path(item);
        tree.remove(pointer, item);
        int next = Math.min(item, tree.at(pointer).size() - 1);
        String first = next < 0
                ? ""
                : rows.parts().apply(tree.at(pointer + "/" + next)).getFirst().name();
        form.again(pointer + "/" + next + "/" + first);
        String back = rows.parts().apply(removed).getFirst().name();
        form.removed(getTranslation(TEXTS + "removed", name), before, pointer + "/" + item + "/" + back);
    }

    private void move(int from, int to) {
        tree.swap(pointer, from, to);
        form.again("");
        String item = pointer + "/" + to + "#";
        form.fields().enterAct(item + (to < from ? UP : DOWN), item + (to < from ? DOWN : UP));
    }
}
