package org.collegium.shared.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/** The title of a page: its one h1. */
public class PageHeader extends Header {

    public PageHeader(String title) {
        addClassName("c-page-header");
        add(new H1(title));
    }
}
