package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.collegium.courses.PastImport;
import org.collegium.courses.RunningImports;
import org.collegium.shared.ui.Glyph;

/** Tells somebody of their imports that ended with the platform in the middle, until they have taken note. */
final class InterruptedImports extends Div {

    private final transient RunningImports imports;

    InterruptedImports(RunningImports imports) {
        this.imports = imports;
        addClassName("c-studio-notices");
        imports.interrupted().forEach(this::add);
        hideWhenEmpty();
    }

    private void add(PastImport interrupted) {
        Paragraph text = new Paragraph(
                new Span(getTranslation("courses.past.notice", interrupted.name()) + " "),
                new Moment(interrupted.startedAt()));
        Anchor again = new Anchor(CoursesNavigation.importing(), getTranslation("courses.past.again"));
        Div notice = new Div(text, again);
        Button noted = new Button(Glyph.X.create(), click -> {
            imports.noted(interrupted.id());
            remove(notice);
            hideWhenEmpty();
        });
        noted.addThemeNames("tertiary", "small");
        noted.setAriaLabel(getTranslation("courses.past.noted", interrupted.name()));
        notice.add(noted);
        notice.addClassNames("c-notice", "c-notice-bad");
        add(notice);
    }

    private void hideWhenEmpty() {
        setVisible(getChildren().findAny().isPresent());
    }
}
