package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLayout;

/** The frame around every view. */
public class MainLayout extends Main implements RouterLayout {

    public MainLayout() {
        addClassName("c-main");
    }
}
