package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.collegium.courses.importing.ImportEnd;
import org.collegium.courses.importing.ImportJob;
import org.collegium.courses.importing.ImportJobs;
import org.collegium.shared.ui.Glyph;

/** Tells somebody of their imports that ended while they were elsewhere, until they have taken note. */
final class EndedImports extends Div {

    private final transient ImportJobs imports;

    EndedImports(ImportJobs imports) {
        this.imports = imports;
        addClassName("c-studio-notices");
        imports.unseen().forEach(this::add);
        hideWhenEmpty();
    }

    private void add(ImportJob ended) {
        ImportEnd end = ended.end();
        if (end == null) {
            return;
        }
        Paragraph text = new Paragraph(getTranslation("courses.importing.notice." + end.name(), ended.name()));
        Anchor more =
                new Anchor(CoursesNavigation.running(ended.id()), getTranslation("courses.importing.notice.more"));
        more.getElement().setAttribute("aria-label", getTranslation("courses.importing.notice.more-of", ended.name()));
        Div notice = new Div(text, more);
        Button noted = new Button(Glyph.X.create(), click -> {
            imports.seen(ended.id());
            remove(notice);
            hideWhenEmpty();
        });
        noted.addThemeNames("tertiary", "small");
        noted.setAriaLabel(getTranslation("courses.importing.notice.noted", ended.name()));
        notice.add(noted);
        notice.addClassName("c-notice");
        if (!end.kept()) {
            notice.addClassName("c-notice-bad");
        }
        add(notice);
    }

    private void hideWhenEmpty() {
        setVisible(getChildren().findAny().isPresent());
    }
}
