package org.collegium.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** A section of settings: what it is about on the left, what one can do on the right. */
class SettingsSection extends Section {

    private final Div body = new Div();

    SettingsSection(String heading, String text) {
        H2 title = new H2(heading);
        Div about = new Div(title);
        about.addClassName("c-settings-about");
        if (!text.isEmpty()) {
            about.add(new Paragraph(text));
        }
        body.addClassName("c-settings-body");
        setAriaLabel(heading);
        add(about, body);
    }

    SettingsSection with(Component... components) {
        body.add(components);
        return this;
    }
}
