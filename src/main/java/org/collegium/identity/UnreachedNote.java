package org.collegium.identity;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Stands beside the promise of a mail: no mail reaches the reader before they confirm their address, and where they do. Others do not see it. */
public final class UnreachedNote extends Paragraph {

    public UnreachedNote() {
        addClassName("c-notice");
        setVisible(new Access().current().filter(reader -> !reader.confirmed()).isPresent());
        add(
                new Span(getTranslation("identity.unconfirmed.no-mail")),
                new Span(" "),
                new Anchor("/account", getTranslation("identity.unconfirmed.action")));
    }
}
