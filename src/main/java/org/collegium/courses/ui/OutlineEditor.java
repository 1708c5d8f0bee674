package org.collegium.courses.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.authoring.OutlineStep;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.SiteFiles;

/** The outline with what changes it: handles to drag or to move by arrow keys, and buttons for all else; {@code frontend/studio/outline.ts}. */
@Tag("c-outline-editor")
final class OutlineEditor extends Component implements HasComponents {

    private final transient OutlineActs acts;

    OutlineEditor(OutlineActs acts) {
        this.acts = acts;
    }

    /** Shows a tree, and what adds to it below. */
    void show(OutlineTree tree) {
        removeAll();
        Button section = new Button(
                getTranslation("courses.outline.add-section"),
                Glyph.PLUS.create(),
                click -> new OutlineSectionDialog(acts).open());
        Button undo = new Button(getTranslation("shared.undo"), Glyph.UNDO_2.create(), click -> acts.undo());
        undo.setEnabled(acts.undoable());
        undo.addThemeNames("tertiary");
        Div tools = new Div(section, undo);
        tools.addClassName("c-studio-actions");
        add(tree, tools);
    }

    /** The way to write a unit, its handle, and the button that opens all that can be done with it. */
    HtmlElement of(CourseUnit unit, boolean nested) {
        HtmlElement all = HtmlElement.of("div", "c-outline-tools");
        if (CoursesNavigation.isWritten(unit.kind())) {
            all.add(write(unit));
        }
        if (!nested) {
            all.add(handle(unit));
        }
        return all.add(named("button", "c-outline-more", Glyph.MORE_HORIZONTAL, "courses.outline.unit-acts", unit)
                .with("type", "button")
                .with("data-acts", true));
    }

    private HtmlElement write(CourseUnit unit) {
        return named("a", "c-outline-more", Glyph.PENCIL, "courses.outline.write", unit)
                .with("href", CoursesNavigation.write(acts.course(), unit.key()))
                .with("title", getTranslation("courses.preview.edit"));
    }

    private HtmlElement handle(CourseUnit unit) {
        return named("button", "c-outline-handle", Glyph.GRIP_VERTICAL, "courses.outline.handle", unit)
                .with("type", "button")
                .with("data-handle", true)
                .with("draggable", "true")
                .with("title", getTranslation("courses.outline.handle.help"))
                .with("aria-description", getTranslation("courses.outline.handle.help"));
    }

    private HtmlElement named(String tag, String className, Glyph glyph, String label, CourseUnit unit) {
        return HtmlElement.of(tag, className)
                .html(glyph.html(""))
                .add(HtmlElement.of("span", "c-hidden").text(getTranslation(label, unit.title())));
    }

    /** The button that opens all that can be done with a section. */
    Component of(CourseSection section) {
        NativeButton more = more(getTranslation("courses.outline.section-acts", section.title()));
        more.addClickListener(click -> new OutlineSectionDialog(acts, section).open());
        return more;
    }

    /** The button that adds a unit to a section. */
    Component adding(CourseSection section) {
        Button add = new Button(
                getTranslation("courses.outline.add-unit"),
                Glyph.PLUS.create(),
                click -> new AddUnitDialog(acts, section).open());
        add.setAriaLabel(getTranslation("courses.outline.add-unit-to", section.title()));
        add.addThemeNames("tertiary");
        return add;
    }

    /** The button of a unit was pressed; nothing where it is gone. */
    @ClientCallable
    void acts(String unit) {
        acts.manifest().unit(unit).ifPresent(found -> new OutlineUnitDialog(acts, found).open());
    }

    private static NativeButton more(String label) {
        Span name = new Span(label);
        name.addClassName("c-hidden");
        NativeButton more = new NativeButton();
        more.add(Glyph.MORE_HORIZONTAL.create(), name);
        more.addClassName("c-outline-more");
        more.getElement().setAttribute("data-acts", true);
        return more;
    }

    /** A unit was dragged, or moved by keys; empty for the end of the section. */
    @ClientCallable
    void move(String unit, String section, String before) {
        acts.moves(new OutlineStep.Move(unit, section, before.isEmpty() ? null : before));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.OUTLINE);
    }
}
