package org.collegium.identity;

import com.vaadin.flow.component.Component;

/** A section that another module adds to the operators' page about one person, such as roles at partners. */
public interface PersonSection {

    /** Position, from small to large. */
    int order();

    /** The section for one person; it states what the viewer may do by itself. */
    Component create(AccountReference person);
}
