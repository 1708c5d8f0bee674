package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;

/** What a signed-in person sees instead of what they may not see. */
class Refusal extends Div {

    Refusal() {
        Anchor catalogue = new Anchor("/", getTranslation("shared.error.to-catalogue"));
        catalogue.addClassNames("c-button", "c-button-primary");
        catalogue.setRouterIgnore(true);
        add(EmptyState.ofPage(
                Illustration.DOOR,
                getTranslation("shared.error.403.title"),
                getTranslation("shared.error.403.text"),
                catalogue));
    }
}
