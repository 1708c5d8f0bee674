package org.collegium.courses.authoring.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.collegium.shared.ui.Glyph;

/** The tools above the text; the browser does what they say. Arrow keys go from one to the next. */
final class LessonTools extends Div {

    private record Tool(String name, Glyph glyph, String keys) {}

    private static final Tool[] TOOLS = {
        new Tool("bold", Glyph.BOLD, "Control+B"),
        new Tool("italic", Glyph.ITALIC, "Control+I"),
        new Tool("heading", Glyph.HEADING, "Control+Shift+H"),
        new Tool("link", Glyph.LINK, "Control+K"),
        new Tool("list", Glyph.LIST, "Control+Shift+8"),
        new Tool("numbers", Glyph.LIST_ORDERED, "Control+Shift+7"),
        new Tool("code", Glyph.CODE, "Control+E"),
        new Tool("formula", Glyph.SIGMA, "Control+M"),
        new Tool("note", Glyph.INFO, ""),
        new Tool("table", Glyph.TABLE, ""),
        new Tool("picture", Glyph.IMAGE, ""),
        new Tool("video", Glyph.VIDEO, ""),
        new Tool("file", Glyph.PAPERCLIP, ""),
        new Tool("undo", Glyph.UNDO_2, "Control+Z"),
    };

    LessonTools() {
        addClassName("c-lesson-tools");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("courses.lesson.tools"));
        getElement().setAttribute("aria-controls", "lesson-write");
        for (int i = 0; i < TOOLS.length; i++) {
            add(button(TOOLS[i], i == 0));
        }
    }

    private NativeButton button(Tool tool, boolean first) {
        Span name = new Span(getTranslation("courses.lesson.tool." + tool.name()));
        name.addClassName("c-hidden");
        NativeButton button = new NativeButton();
        button.add(tool.glyph().create(), name);
        button.addClassName("c-lesson-tool");
        button.getElement().setAttribute("data-tool", tool.name());
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("tabindex", first ? "0" : "-1");
        button.getElement().setAttribute("title", getTranslation("courses.lesson.tool." + tool.name()));
        if (!tool.keys().isEmpty()) {
            button.getElement().setAttribute("aria-keyshortcuts", tool.keys());
        }
        return button;
    }
}
