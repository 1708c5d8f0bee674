package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The frame around every view. */
@AnonymousAllowed
public class MainLayout extends Main implements RouterLayout {

    public MainLayout() {
        addClassName("c-main");
    }
}
