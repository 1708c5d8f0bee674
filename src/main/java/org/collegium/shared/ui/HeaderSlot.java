package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;

/** Something that a module puts into the top bar of views, between search and person; contributed as a bean. */
public interface HeaderSlot {

    /** A new component for one person's frame. */
    Component create();

    /** Position, from small to large. */
    int order();
}
