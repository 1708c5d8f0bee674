package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;

/** Turns light to dark and back; the browser does it and remembers. */
public final class SchemeSwitch extends NativeButton {

    public SchemeSwitch() {
        addClassName("c-tool");
        getElement().setAttribute("data-scheme-switch", true);
        setAriaLabel(getTranslation("shared.scheme"));
        Component moon = Glyph.MOON.create();
        moon.addClassName("c-scheme-light");
        Component sun = Glyph.SUN.create();
        sun.addClassName("c-scheme-dark");
        add(moon, sun);
    }
}
